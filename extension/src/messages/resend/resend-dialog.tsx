import type { CaseDetail } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import type { MessageEntry } from "@casepost/shared/timeline"
import { Lock, RefreshCw } from "lucide-react"
import { useState } from "react"
import { RecipientPicker } from "../../relations/recipient-picker"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Dialog } from "../../ui/overlays/dialog"
import { dayInWords, momentInWords } from "../../ui/text/moments"
import { TokenField } from "../../ui/tokens/token-field"
import { words as uiWords } from "../../ui/words"
import { useRecipientRows } from "../recipients/use-recipient-rows"
import { useResendMessage } from "../resend-message"
import { words } from "../words"
import { resendContent } from "./resend-content"
import styles from "./resend-dialog.module.css"
import { ResendQuestion } from "./resend-question"

type ResendDialogProps = {
  of: CaseDetail
  entry: MessageEntry
  onClose: () => void
  onSent: (sent: SentMessage) => void
}

/** The same message again, to today's general address unless changed; text and attachments stay as they were. */
export function ResendDialog({ of, entry, onClose, onSent }: ResendDialogProps) {
  const [content, setContent] = useState(() => resendContent(of, entry))
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const rows = useRecipientRows(of, content, part => setContent(now => ({ ...now, ...part })))
  const resend = useResendMessage()
  const last = entry.attempts.at(-1)
  const lastAddress = last?.recipients.find(one => one.role === "to")?.address
  const differs = of.generalAddress !== null && lastAddress !== of.generalAddress
  const { to, cc, bcc } = content

  function send() {
    if (rows.question?.kind === "relation") return
    resend.mutate(
      { id: entry.id, idempotencyKey, to, cc, bcc, confirmedTo: rows.confirmedTo },
      {
        onSuccess: sent => {
          onSent(sent)
          onClose()
        },
      },
    )
  }
  const field = (role: "to" | "cc" | "bcc") => ({
    label: words[role],
    look: "box" as const,
    tokens: rows.tokens(role),
    onRemove: (token: string) => rows.remove(role, token),
    onTyped: (text: string) => rows.read(role, text),
    onPaste: (text: string) => rows.paste(role, text),
    onPick: (option: { id: string; name: string; detail: string }) => rows.pick(role, option),
  })
  return (
    <Dialog
      title={words.resend.title}
      subtitle={words.resend.about(entry.subject, momentInWords(last?.leavesAt ?? entry.at))}
      isOpen
      onOpenChange={onClose}
      footNote={words.undoTime}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.cancel}</Button>
          <Button kind="primary" onPress={send} isBusy={resend.isPending}>
            {words.resend.title}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {resend.error && <ProblemNotice problem={resend.error} onRetry={send} />}
        <div className={styles.field}>
          <span className={styles.label}>{words.to}</span>
          <TokenField {...field("to")} groups={[]} />
          {of.generalAddress && to[0]?.kind === "customer" && to[0].address === of.generalAddress && (
            <p className={styles.hint}>
              <RefreshCw size={14} aria-hidden="true" />
              {differs && lastAddress
                ? words.resend.differs(dayInWords(last?.leavesAt ?? entry.at), lastAddress)
                : words.resend.same}
            </p>
          )}
          <ResendQuestion rows={rows} />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>{words.cc}</span>
          <RecipientPicker {...field("cc")} administrationId={of.administrationId} />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>{words.bcc}</span>
          <RecipientPicker {...field("bcc")} administrationId={of.administrationId} />
        </div>
        <Notice tone="neutral" icon={Lock}>
          {words.resend.locked(entry.attempts.length + 1)}
        </Notice>
      </div>
    </Dialog>
  )
}
