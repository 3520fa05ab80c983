import type { CaseDetail } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import type { SentMessage } from "@casepost/shared/messages"
import type { NoteEntry } from "@casepost/shared/notes"
import type { MessageEntry } from "@casepost/shared/timeline"
import { Lock, Mail } from "lucide-react"
import { type ReactNode, useState } from "react"
import { CaseHead } from "../../cases/head/case-head"
import { useMarkMessage } from "../../messages/mark-message"
import { ResendDialog } from "../../messages/resend/resend-dialog"
import { words as messageWords } from "../../messages/words"
import { ForwardDialog } from "../../notes/forward/forward-dialog"
import { ReminderDialog } from "../../notes/reminder/reminder-dialog"
import { useSetNoteDone } from "../../notes/set-note-done"
import { Timeline } from "../../timeline/timeline"
import { Button } from "../../ui/buttons/button"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { Kbd } from "../../ui/marks/kbd"
import { words } from "../words"
import styles from "./case-view.module.css"
import { useHeld } from "./use-held"

type CaseViewProps = {
  of: CaseDetail
  onWrite: (as: DraftKind) => void
  /** With the subject of the last message to the customer. */
  onReply: (subject: string | undefined) => void
  onUndo: (messageId: string) => void
  onResent: (sent: SentMessage) => void
  look: "popup" | "panel"
  /** Said beside the case: why it is the one that is shown. */
  why?: ReactNode
  /** Whether a window is open here in which something may have been typed. */
  onHeld?: ((isHeld: boolean) => void) | undefined
}

/** A case and all that happened to it, with the buttons that write. */
export function CaseView({ of, onWrite, onReply, onUndo, onResent, look, why, onHeld }: CaseViewProps) {
  const [resent, setResent] = useState<MessageEntry | undefined>()
  const mark = useMarkMessage()
  const maySend = of.right !== "restricted"
  const [forwarded, setForwarded] = useState<NoteEntry | undefined>()
  const [reminded, setReminded] = useState<NoteEntry | undefined>()
  const done = useSetNoteDone()
  useHeld(resent !== undefined || forwarded !== undefined || reminded !== undefined, onHeld)
  useShortcuts({ m: () => onWrite("message") }, maySend)
  useShortcuts({ n: () => onWrite("note") })
  return (
    <div className={styles.view} data-look={look}>
      <div className={styles.top}>
        <CaseHead of={of} why={why} />
        <div className={styles.deeds}>
          <Button
            kind="primary"
            wide
            icon={Mail}
            after={maySend && <Kbd on="accent">M</Kbd>}
            onPress={() => onWrite("message")}
            disabledReason={maySend ? undefined : messageWords.restricted}
          >
            {words.message}
          </Button>
          <Button wide icon={Lock} after={<Kbd>N</Kbd>} onPress={() => onWrite("note")}>
            {words.note}
          </Button>
        </div>
      </div>
      <Timeline
        caseRef={of.ref}
        deeds={{
          onReply: maySend ? onReply : undefined,
          onResend: maySend ? setResent : undefined,
          onUndo,
          onMark: (id, read) => mark.mutate({ id, read }),
          onForward: setForwarded,
          onRemind: setReminded,
          onDone: (id, isDone) => done.mutate({ id, done: isDone }),
        }}
      />
      {resent && <ResendDialog of={of} entry={resent} onClose={() => setResent(undefined)} onSent={onResent} />}
      {forwarded && <ForwardDialog of={of} note={forwarded} onClose={() => setForwarded(undefined)} />}
      {reminded && <ReminderDialog of={of} note={reminded} onClose={() => setReminded(undefined)} />}
    </div>
  )
}
