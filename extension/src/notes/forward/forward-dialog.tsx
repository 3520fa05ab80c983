import type { CaseDetail } from "@casepost/shared/cases"
import type { NoteEntry } from "@casepost/shared/notes"
import { useId, useState } from "react"
import { Button } from "../../ui/buttons/button"
import { classNames } from "../../ui/class-names"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { showToast } from "../../ui/feedback/toasts"
import field from "../../ui/fields/field.module.css"
import { Dialog } from "../../ui/overlays/dialog"
import { words as uiWords } from "../../ui/words"
import { partProblem } from "../form/note-problem"
import { useForwardNote } from "../forward-note"
import { CustomerQuestion } from "../recipients/customer-question"
import { NotePeople } from "../recipients/note-people"
import { type PickedForNote, useNoteRecipients } from "../recipients/use-note-recipients"
import { words } from "../words"
import styles from "./forward.module.css"
import { LeaveDialog } from "./leave-dialog"
import { QuotedNote } from "./quoted-note"
import { useNoteWindow } from "./use-note-window"

type ForwardDialogProps = { of: CaseDetail; note: NoteEntry; onClose: () => void }

const nobody: PickedForNote = { recipients: [], names: {}, unfinished: [] }

/** Mails an existing note to colleagues, relations or typed addresses; its card then says to whom and when. */
export function ForwardDialog({ of, note, onClose }: ForwardDialogProps) {
  const [picked, setPicked] = useState(nobody)
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID())
  const [stopped, setStopped] = useState<string | undefined>()
  const forward = useForwardNote()
  const people = useNoteRecipients(of, picked, now => {
    setPicked(now)
    // To other people it is another forward.
    setKey(crypto.randomUUID())
    setStopped(undefined)
    if (forward.isError) forward.reset()
  })
  const id = useId()
  const { recipients, unfinished } = picked
  const leaving = useNoteWindow(recipients.length + unfinished.length > 0, onClose)

  function send() {
    if (forward.isPending) return
    const why =
      (unfinished.length > 0 ? words.unfinished : undefined) ??
      (recipients.length === 0 ? words.forward.nobody : undefined) ??
      (people.asked ? words.customerAsked : undefined)
    setStopped(why)
    if (why) return
    forward.mutate(
      { id: note.id, idempotencyKey, recipients: [...recipients], confirmedAddresses: people.confirmed },
      {
        onSuccess: () => {
          showToast({ kind: "success", words: words.forward.done(recipients.length) })
          onClose()
        },
      },
    )
  }
  const refused = partProblem(forward.error ?? undefined, "recipients")
  return (
    <Dialog
      title={words.forward.title}
      subtitle={words.forward.about(note.caseNumber, of.customerName)}
      isOpen
      onOpenChange={leaving.close}
      footNote={words.gets(recipients.length)}
      foot={
        <>
          <Button onPress={leaving.close}>{uiWords.cancel}</Button>
          <Button kind="primary" onPress={send} isBusy={forward.isPending}>
            {words.forward.deed}
          </Button>
        </>
      }
    >
      <div className={classNames(styles.fields, styles.roomy)}>
        {forward.error && !refused && <ProblemNotice problem={forward.error} onRetry={send} />}
        <div className={field.field}>
          <label className={field.label} htmlFor={id}>
            {words.recipients}
          </label>
          <NotePeople people={people} look="box" inputId={id} problem={stopped ?? refused} />
        </div>
        <CustomerQuestion people={people} customerName={of.customerName} />
        <QuotedNote note={note} />
      </div>
      {leaving.isAsking && <LeaveDialog onStay={leaving.stay} onLeave={onClose} />}
    </Dialog>
  )
}
