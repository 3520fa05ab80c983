import type { NoteEntry } from "@casepost/shared/notes"
import { cityOf } from "@casepost/shared/zoned-time"
import { BellRing } from "lucide-react"
import { useSession } from "../../access/session"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./cards.module.css"
import { Names, NotDelivered } from "./note-mailing"

type NoteReminderProps = { reminder: NonNullable<NoteEntry["reminder"]>; isDone: boolean }

/** "Reminder 30 Nov, 09:00 to you": what waits, or what went out. */
export function NoteReminder({ reminder, isDone }: NoteReminderProps) {
  const { me } = useSession()
  const { at, timeZone, isPast, recipients } = reminder
  const when = momentInWords(at)
  return (
    <>
      <p className={styles.line} title={`${words.inZone(cityOf(timeZone))}`}>
        <BellRing size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.to}>
          {isPast ? words.reminderSent(when) : words.reminder(when)} {words.reminderTo}{" "}
          <Names people={recipients} myAddress={me.email} />
          {isDone && !isPast && `, ${words.reminderOff}`}
        </span>
      </p>
      <NotDelivered people={recipients} />
    </>
  )
}
