import type { RecipientInput } from "@casepost/shared/messages"
import type { NoteRecipientInput } from "@casepost/shared/notes"
import { useId, useMemo, useState } from "react"
import { TokenField, type TokenFieldProps } from "../../ui/tokens/token-field"
import type { TokenOption } from "../../ui/tokens/token-options"
import { TokensSaid } from "../../ui/tokens/tokens-said"
import { useRecipientOptions, useRecipients } from "../list-recipients"
import type { AddressChecks } from "../recipients/check-addresses"
import { fromOption, peopleOf } from "../recipients/people"
import { addPicked, addTyped, mostInField, type Picked, removePicked } from "../recipients/picked"
import { pickedTokens, unfinishedInWords } from "../recipients/picked-tokens"
import { words } from "../words"
import { PickerRemark } from "./picker-remark"
import { type RecipientOrder, recipientGroups } from "./recipient-groups"
import styles from "./recipient-picker.module.css"
import { useLeftOut } from "./use-left-out"
import { useNobodyFound } from "./use-nobody-found"

type RecipientPickerProps<One extends RecipientInput> = Pick<
  TokenFieldProps,
  "note" | "placeholder" | "keepsPlaceholder" | "look" | "inputId" | "inputRef" | "isDisabled" | "onFocusChange"
> & {
  administrationId: string
  /** The visible label's words, and the field's accessible name: "CC", "Add recipient". */
  label: string
  /** Who was picked, their shown names, and typed texts that are no address yet. Keep all three in the draft. */
  value: Picked<One>
  onChange: (value: Picked<One | NoteRecipientInput>) => void
  /** What is known of the typed addresses, for their marks: `useAddressChecks(caseRef, addresses)`. */
  checks: AddressChecks
  /** Hears the names of relations and colleagues that were taken out because they are no longer available here. */
  onLeftOut?: (names: string[]) => void
  order?: RecipientOrder
  /** Offers oneself too: a reminder's recipients. */
  withMyself?: boolean
  /** Typed addresses are not taken, and why: a restricted user's note. */
  typedRefused?: string
  /** Addresses that stand here without anybody choosing them: the customer's standing copies. */
  standing?: readonly string[]
  /** Tokens that a standard message put here, and which one, in words. */
  added?: { tokens: readonly string[]; by: string } | undefined
  /** Somebody says who was added and removed over several fields: this one does not say it too. */
  isSaidElsewhere?: boolean
  /** A problem with this field that the backend named; said under it. */
  problem?: string | undefined
  /** What came of the last change, said under it: "info@jansen.example already stands in To." */
  remark?: string | undefined
}

/**
 * Picks relations, colleagues and typed addresses: for CC and BCC, and for a note (`order="colleagues-first"`,
 * `note={words.neverCustomers}`, `typedRefused` for restricted users). It opens on focus with nothing typed, never suggests a
 * customer's address, and takes out who is no longer available. It says itself, under the field, what is wrong with what was
 * typed; `value.unfinished` must be empty before anything is sent.
 *
 * ```tsx
 * const checks = useAddressChecks(of.ref, typedAddresses(content.noteRecipients))
 * <RecipientPicker administrationId={of.administrationId} label="Recipients" placeholder="Add recipient" order="colleagues-first"
 *   note={relationWords.neverCustomers} checks={checks}
 *   value={{ recipients: content.noteRecipients, names: content.names, unfinished: content.unfinished.noteRecipients ?? [] }}
 *   onChange={now => keeper.change({ noteRecipients: [...now.recipients], names: now.names,
 *     unfinished: { ...content.unfinished, noteRecipients: [...now.unfinished] } })}
 *   onLeftOut={keeper.leaveOut} />
 * ```
 */
export function RecipientPicker<One extends RecipientInput>(props: RecipientPickerProps<One>) {
  const {
    administrationId,
    value,
    onChange,
    checks,
    standing,
    added,
    order = "relations-first",
    typedRefused,
    ...field
  } = props
  const recipients = useRecipients(administrationId)
  const options = useRecipientOptions(administrationId, props.withMyself)
  const people = useMemo(() => peopleOf(options), [options])
  const groups = useMemo(() => recipientGroups(options, order), [options, order])
  const nothing = useNobodyFound(administrationId, typedRefused)
  const [leftOver, setLeftOver] = useState(0)
  const remarkId = useId()
  useLeftOut({
    picked: value,
    people,
    administrationId,
    onGone: (left, names) => {
      onChange(left)
      props.onLeftOut?.(names)
    },
  })
  const tokens = pickedTokens(value, { people, checks, standing, added, typedRefused })
  const wrong = value.unfinished[0]
  const problem =
    (leftOver > 0 && words.full(mostInField, leftOver)) ||
    (wrong !== undefined ? unfinishedInWords(wrong, typedRefused) : props.problem)

  function pick(option: TokenOption) {
    const person = people.byToken.get(option.id)
    if (!person) return
    const { picked, left } = addPicked(value, [{ recipient: fromOption(person), name: person.name }], people)
    onChange(picked)
    setLeftOver(left.length)
  }
  function remove(token: string) {
    onChange(removePicked(value, token))
    setLeftOver(0)
  }
  function take(text: string): string {
    const { picked, left } = addTyped(value, { text, isTypedRefused: typedRefused !== undefined }, people)
    onChange(picked)
    setLeftOver(left.length)
    return left.join(", ")
  }
  return (
    <div className={styles.picker}>
      <TokenField
        {...field}
        label={props.label}
        tokens={tokens}
        groups={groups}
        isLoading={recipients.isPending}
        nothing={nothing}
        onPick={pick}
        onRemove={remove}
        onTyped={take}
        onPaste={text => (text.includes("@") ? take(text) : undefined)}
        placeholder={props.placeholder ?? words.placeholder}
        isInvalid={Boolean(problem)}
        aria-describedby={remarkId}
      />
      <PickerRemark id={remarkId} problem={problem || undefined} remark={props.remark} tokens={tokens} />
      {!props.isSaidElsewhere && <TokensSaid fields={[{ label: props.label, tokens }]} />}
    </div>
  )
}
