import type { CaseDetail } from "@casepost/shared/cases"
import type { NoteEntry, ReminderInput } from "@casepost/shared/notes"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import { Dialog } from "../../ui/overlays/dialog"
import { momentInWords } from "../../ui/text/moments"
import { words as uiWords } from "../../ui/words"
import styles from "../forward/forward.module.css"
import { LeaveDialog } from "../forward/leave-dialog"
import { QuotedNote } from "../forward/quoted-note"
import { useNoteWindow } from "../forward/use-note-window"
import { CustomerQuestion } from "../recipients/customer-question"
import { useNoteRecipients } from "../recipients/use-note-recipients"
import { useSetReminder } from "../set-reminder"
import { words } from "../words"
import { readReminder } from "./read-reminder"
import { ReminderFields } from "./reminder-fields"
import { type StartReminder, useStartReminder } from "./use-start-reminder"

type ReminderDialogProps = { of: CaseDetail; note: NoteEntry; onClose: () => void }

/** Sets, changes or takes away the reminder of a note that stands in the timeline. */
export function ReminderDialog({ of, note, onClose }: ReminderDialogProps) {
  const start = useStartReminder(of, note)
  if (!start) return null
  return <ReminderWindow of={of} note={note} onClose={onClose} start={start} />
}

function ReminderWindow({ of, note, onClose, start }: ReminderDialogProps & { start: StartReminder }) {
  const [reminder, setReminder] = useState(start.reminder)
  const [names, setNames] = useState(start.names)
  const [unfinished, setUnfinished] = useState<readonly string[]>([])
  const [isTried, setTried] = useState(false)
  const isWaiting = note.reminder !== null && !note.reminder.isPast
  const people = useNoteRecipients(of, { recipients: reminder.recipients, names, unfinished }, now => {
    setReminder(before => ({ ...before, recipients: [...now.recipients] }))
    setNames({ ...now.names })
    setUnfinished(now.unfinished)
  })
  const setting = useSetReminder()
  const leaving = useNoteWindow(reminder !== start.reminder || unfinished.length > 0, onClose)
  const read = readReminder(reminder, new Date())
  const isStopped = unfinished.length > 0 || people.asked !== undefined

  function put(input: ReminderInput | null) {
    setting.mutate(
      { id: note.id, reminder: input, confirmedAddresses: people.confirmed },
      {
        onSuccess: () => {
          showToast({ kind: "success", words: input ? words.reminder.saved : words.reminder.removed })
          onClose()
        },
      },
    )
  }
  function save() {
    setTried(true)
    if (!read.input || isStopped || setting.isPending) return
    put(read.input)
  }
  return (
    <Dialog
      title={isWaiting ? words.reminder.change : words.reminder.set}
      subtitle={words.reminder.about(note.author.name, momentInWords(note.at))}
      isOpen
      onOpenChange={leaving.close}
      onSubmit={save}
      footNote={
        isWaiting && (
          <Button kind="link" onPress={() => put(null)}>
            {words.reminder.remove}
          </Button>
        )
      }
      foot={
        <>
          <Button onPress={leaving.close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isBusy={setting.isPending}>
            {isWaiting ? words.reminder.change : words.reminder.set}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {setting.error && <ProblemNotice problem={setting.error} />}
        {isTried && isStopped && (
          <ProblemNotice problem={{ message: unfinished.length > 0 ? words.unfinished : words.customerAsked }} />
        )}
        <ReminderFields
          reminder={reminder}
          onChange={part => setReminder({ ...reminder, ...part })}
          people={people}
          wrong={isTried ? read.wrong : undefined}
        />
        <CustomerQuestion people={people} customerName={of.customerName} />
        <QuotedNote note={note} />
      </div>
      {leaving.isAsking && <LeaveDialog onStay={leaving.stay} onLeave={onClose} />}
    </Dialog>
  )
}
