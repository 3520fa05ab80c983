import { Info, Search, TriangleAlert } from "lucide-react"
import { useId, useLayoutEffect, useRef } from "react"
import { useRecipientOptions, useRecipients } from "../../relations/list-recipients"
import { useNobodyFound } from "../../relations/picker/use-nobody-found"
import { Skeleton } from "../../ui/feedback/skeleton"
import { wholeRows } from "../../ui/options/option-rows"
import unseen from "../../ui/text/unseen.module.css"
import { OptionList } from "../../ui/tokens/option-list"
import type { TokenOption } from "../../ui/tokens/token-options"
import { Sentence } from "../../ui/tokens/token-popover"
import { closeFrame } from "../frame/frame-calls"
import { AdministrationChooser } from "./administration-chooser"
import type { Opener } from "./field-opener"
import styles from "./recipients.module.css"
import type { AdministrationChoice } from "./use-administration"
import { usePicking } from "./use-picking"
import { words } from "./words"

type PeopleOfProps = {
  administrationId: string
  choice: AdministrationChoice
  opener: Opener
  onPut: (person: { name: string; address: string }) => void
}

/** The relations of one administration and the colleagues there, to search and choose from. */
export function PeopleOf({ administrationId, choice, opener, onPut }: PeopleOfProps) {
  const { isPending } = useRecipients(administrationId)
  const recipients = useRecipientOptions(administrationId)
  // An address that is nobody's is typed in the field itself.
  const nothing = useNobodyFound(administrationId, "")
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const footId = useId()
  useLayoutEffect(() => input.current?.focus(), [])

  function pick(option: TokenOption) {
    if (picking.chosen.has(option.id)) closeFrame()
    else if (!opener.isFull) onPut({ name: option.name, address: option.detail })
  }
  const picking = usePicking({
    administrationId,
    recipients,
    standing: opener.addresses,
    nothing,
    onPick: pick,
    onClose: closeFrame,
  })
  const hasList = !isPending && picking.count > 0
  return (
    <>
      <div className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={words.search}
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-activedescendant={hasList && picking.active >= 0 ? `${listId}-${picking.active}` : undefined}
          aria-describedby={footId}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.search}
          value={picking.typed}
          onChange={event => picking.write(event.target.value)}
          onKeyDown={picking.onKeyDown}
        />
        <span className={unseen.spoken} aria-live="polite">
          {picking.typed.trim() !== "" && picking.found > 0 && words.found(picking.found)}
        </span>
      </div>
      <div className={styles.head}>
        <span className={styles.group}>{picking.first ?? words.relations}</span>
        <AdministrationChooser choice={choice} onChosen={() => input.current?.focus()} />
      </div>
      <div className={styles.list} style={{ flexBasis: isPending ? mostHeight : heightOf(picking.all) }}>
        {isPending ? (
          <Skeleton rows={3} />
        ) : picking.sentence ? (
          <div role="status">
            <Sentence id={listId} label={words.list} sentence={picking.sentence} isActive={picking.active === 0} />
          </div>
        ) : (
          <OptionList
            id={listId}
            label={words.list}
            rows={picking.rows}
            active={picking.active}
            chosen={picking.chosen}
            onPick={pick}
            onPoint={picking.setMoved}
            foot="none"
          />
        )}
      </div>
      <p id={footId} className={opener.isFull ? styles.full : styles.foot}>
        {opener.isFull ? (
          <TriangleAlert size={15} aria-hidden="true" />
        ) : (
          <Info size={15} strokeWidth={1.75} aria-hidden="true" />
        )}
        {opener.isFull ? words.full : words.foot}
      </p>
    </>
  )
}

/** As high as the whole list would be: what is typed changes the rows, not the frame. */
function heightOf(rows: Parameters<typeof wholeRows>[0]): number {
  const end = rows.at(-1)
  return Math.min(wholeRows(rows, mostHeight), end ? end.top + end.height + 8 : 84)
}

const mostHeight = 236
