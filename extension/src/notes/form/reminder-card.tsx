import { Switch } from "../../ui/fields/switch"
import { CustomerQuestion } from "../recipients/customer-question"
import { ReminderFields } from "../reminder/reminder-fields"
import { words } from "../words"
import styles from "./note-form.module.css"
import { partProblem } from "./note-problem"
import type { Note } from "./use-note"

/** The reminder of a note: off, or when and whom. */
export function ReminderCard({ note }: { note: Note }) {
  const { reminder } = note.content
  const whom = partProblem(note.error, "reminder.recipients")
  const when = whom === undefined ? partProblem(note.error, "reminder") : undefined
  const refused = whom ?? when
  const field = whom === undefined ? "date" : "recipients"
  const wrong = note.reminderWrong ?? (refused === undefined ? undefined : ({ field, why: refused } as const))
  return (
    <div className={styles.reminder}>
      <div className={styles.reminderHead}>
        <Switch isLeading isSelected={reminder !== null} isDisabled={note.isLocked} onChange={note.switchReminder}>
          {words.reminder.name}
        </Switch>
        {reminder && <span className={styles.quiet}>{words.reminder.byEmail}</span>}
      </div>
      {reminder && (
        <>
          <ReminderFields
            reminder={reminder}
            onChange={note.changeReminder}
            people={note.reminded}
            wrong={wrong}
            isDisabled={note.isLocked}
          />
          <CustomerQuestion people={note.reminded} customerName={note.of.customerName} />
        </>
      )}
    </div>
  )
}
