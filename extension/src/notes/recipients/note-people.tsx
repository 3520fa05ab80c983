import { RecipientPicker } from "../../relations/picker/recipient-picker"
import { words as relationWords } from "../../relations/words"
import { words } from "../words"
import type { NoteRecipients } from "./use-note-recipients"

type NotePeopleProps = {
  people: NoteRecipients
  /** Its accessible name; it says "Add recipient". */
  label?: string
  look?: "row" | "box"
  /** Offers oneself too: of a reminder. */
  withMyself?: boolean
  problem?: string | undefined
  inputId?: string
  onFocusChange?: (isFocused: boolean) => void
  onLeftOut?: (names: string[]) => void
  isDisabled?: boolean
}

/** "Add recipient": colleagues, then relations; customers' addresses are never suggested. */
export function NotePeople({ people, label = words.addRecipient, ...rest }: NotePeopleProps) {
  const { of, picked, checks, onChange, input } = people
  return (
    <RecipientPicker
      {...rest}
      inputRef={input}
      administrationId={of.administrationId}
      label={label}
      placeholder={words.addRecipient}
      keepsPlaceholder
      order="colleagues-first"
      note={relationWords.neverCustomers}
      checks={checks}
      value={picked}
      onChange={now => onChange({ ...now, recipients: now.recipients })}
      {...(of.right === "restricted" ? { typedRefused: words.restricted } : {})}
    />
  )
}
