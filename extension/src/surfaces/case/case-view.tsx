import type { CaseDetail } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import type { MessageEntry } from "@casepost/shared/timeline"
import { Mail } from "lucide-react"
import { useState } from "react"
import { CaseHead } from "../../cases/head/case-head"
import { useMarkMessage } from "../../messages/mark-message"
import { ResendDialog } from "../../messages/resend/resend-dialog"
import { words as messageWords } from "../../messages/words"
import { Timeline } from "../../timeline/timeline"
import { Button } from "../../ui/buttons/button"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { Kbd } from "../../ui/marks/kbd"
import { words } from "../words"
import styles from "./case-view.module.css"

type CaseViewProps = {
  of: CaseDetail
  onWrite: () => void
  /** With the subject of the last message to the customer. */
  onReply: (subject: string | undefined) => void
  onUndo: (messageId: string) => void
  onResent: (sent: SentMessage) => void
  look: "popup" | "panel"
}

/** A case and all that happened to it, with the button that writes. */
export function CaseView({ of, onWrite, onReply, onUndo, onResent, look }: CaseViewProps) {
  const [resent, setResent] = useState<MessageEntry | undefined>()
  const mark = useMarkMessage()
  const maySend = of.right !== "restricted"
  useShortcuts({ m: onWrite }, maySend)
  return (
    <div className={styles.view} data-look={look}>
      <div className={styles.top}>
        <CaseHead of={of} />
        <div className={styles.deeds}>
          <Button
            kind="primary"
            wide
            icon={Mail}
            after={maySend && <Kbd on="accent">M</Kbd>}
            onPress={onWrite}
            disabledReason={maySend ? undefined : messageWords.restricted}
          >
            {words.message}
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
        }}
      />
      {resent && <ResendDialog of={of} entry={resent} onClose={() => setResent(undefined)} onSent={onResent} />}
    </div>
  )
}
