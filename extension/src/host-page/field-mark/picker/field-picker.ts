import type { FieldState } from "../../calls"
import type { MailField } from "../mail-field"
import type { Mark } from "../mark"
import type { Person } from "./writing/put-address"

/** The recipients' frame, open under its field. */
export type Picker = {
  place: () => void
  /** Its frame spoke: the page lets it run. */
  stands: () => void
  fit: (height: number) => void
  /** `back`: the focus returns into the field, and the caret to where it was. */
  close: (back: boolean) => void
}

export type Opening = { field: MailField; mark: Mark; ticket: string; onLost: () => void }

/** What the mark uses once it was pressed. */
export type FieldPicker = {
  open: (opening: Opening) => Picker
  read: (field: MailField) => FieldState
  put: (field: MailField, person: Person) => Promise<void>
}
