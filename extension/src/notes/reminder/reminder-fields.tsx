import type { DraftReminder } from "@casepost/shared/drafts"
import { CircleAlert } from "lucide-react"
import { useId } from "react"
import { NotePeople } from "../recipients/note-people"
import type { NoteRecipients } from "../recipients/use-note-recipients"
import { words } from "../words"
import { type ReminderField, readReminder } from "./read-reminder"
import styles from "./reminder-fields.module.css"
import { ZoneField } from "./zone-field"

type ReminderFieldsProps = {
  reminder: DraftReminder
  onChange: (part: Partial<DraftReminder>) => void
  people: NoteRecipients
  /** What is wrong, said beside its field: not before somebody tried. */
  wrong: { field: ReminderField; why: string } | undefined
  isDisabled?: boolean
}

/** When to remind, by the wall clock of a zone, and whom. */
export function ReminderFields({ reminder, onChange, people, wrong, isDisabled = false }: ReminderFieldsProps) {
  const id = useId()
  const said = (field: ReminderField) =>
    wrong?.field === field ? { "aria-invalid": true, "aria-describedby": `${id}-wrong` } : {}
  const { moment } = readReminder(reminder, new Date())
  return (
    <div className={styles.whole}>
      <div className={styles.fields}>
        <input
          type="date"
          className={styles.box}
          aria-label={words.reminder.date}
          value={reminder.date}
          disabled={isDisabled}
          onChange={event => onChange({ date: event.target.value })}
          {...said("date")}
        />
        <input
          type="time"
          className={styles.box}
          aria-label={words.reminder.time}
          value={reminder.time}
          disabled={isDisabled}
          onChange={event => onChange({ time: event.target.value })}
          {...said("time")}
        />
        <ZoneField
          zone={reminder.timeZone}
          moment={moment}
          onChange={timeZone => onChange({ timeZone })}
          isDisabled={isDisabled}
          aria-describedby={wrong?.field === "timeZone" ? `${id}-wrong` : undefined}
        />
      </div>
      {wrong && wrong.field !== "recipients" && <Wrong id={`${id}-wrong`}>{wrong.why}</Wrong>}
      <div className={styles.to}>
        <span className={styles.toLabel} aria-hidden="true">
          {words.reminder.to}
        </span>
        <div className={styles.people}>
          <NotePeople people={people} label={words.reminder.add} withMyself isDisabled={isDisabled} />
        </div>
      </div>
      {wrong?.field === "recipients" && <Wrong id={`${id}-wrong`}>{wrong.why}</Wrong>}
    </div>
  )
}

function Wrong({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className={styles.error} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      {children}
    </p>
  )
}
