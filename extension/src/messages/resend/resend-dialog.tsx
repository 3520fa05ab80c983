import type { CaseDetail } from "@casepost/shared/cases"
import { recipientRoles } from "@casepost/shared/delivery"
import type { SentMessage } from "@casepost/shared/messages"
import type { MessageEntry } from "@casepost/shared/timeline"
import { Lock, RefreshCw, UserRoundX } from "lucide-react"
import { useState } from "react"
import { isRefused } from "../../api/refusal"
import { leftOutInWords } from "../../drafts/words"
import { useRecipientsAgain } from "../../relations/list-recipients"
import { RecipientPicker } from "../../relations/picker/recipient-picker"
import { unfinishedInWords } from "../../relations/recipients/picked-tokens"
import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import field from "../../ui/fields/field.module.css"
import { Dialog } from "../../ui/overlays/dialog"
import { dayInWords, momentInWords } from "../../ui/text/moments"
import { TokenField } from "../../ui/tokens/token-field"
import { TokensSaid } from "../../ui/tokens/tokens-said"
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
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const rows = useRecipientRows(of, content, change => setContent(now => ({ ...now, ...change(now) })))
  const askRecipientsAgain = useRecipientsAgain(of.administrationId)
  const resend = useResendMessage()
  const last = entry.attempts.at(-1)
  const lastAddress = last?.recipients.find(one => one.role === "to")?.address
  const differs = of.generalAddress !== null && lastAddress !== of.generalAddress
  const { to, cc, bcc } = content

  function send() {
    if (rows.question?.kind === "relation" || rows.unfinished !== undefined) return
    resend.mutate(
      { id: entry.id, idempotencyKey, to, cc, bcc, confirmedTo: rows.confirmedTo },
      {
        onSuccess: sent => {
          onSent(sent)
          onClose()
        },
        onError: error => {
          if (isRefused(error, "relation-unavailable")) void askRecipientsAgain()
        },
      },
    )
  }
  const wrongTo = content.unfinished.to?.[0]
  const copies = (role: "cc" | "bcc") => (
    <div className={field.field}>
      <span className={field.label}>{words[role]}</span>
      <RecipientPicker
        label={words[role]}
        look="box"
        administrationId={of.administrationId}
        value={rows.picked(role)}
        onChange={picked => rows.change(role, picked)}
        onLeftOut={names => {
          setLeftOut(said => [...new Set([...said, ...names])])
          resend.reset()
        }}
        checks={rows.checks}
        isSaidElsewhere
      />
    </div>
  )
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
        <div className={field.field}>
          <span className={field.label}>{words.to}</span>
          <TokenField
            label={words.to}
            look="box"
            tokens={rows.tokens("to")}
            groups={[]}
            onPick={() => {}}
            onRemove={token => rows.remove("to", token)}
            onTyped={rows.typedTo}
            onPaste={text => (text.includes("@") ? rows.typedTo(text) : undefined)}
            isInvalid={wrongTo !== undefined}
          />
          {wrongTo !== undefined && <Notice tone="danger">{unfinishedInWords(wrongTo)}</Notice>}
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
        {copies("cc")}
        {copies("bcc")}
        {leftOut.length > 0 && (
          <Notice icon={UserRoundX} role="status">
            {leftOutInWords(leftOut, of.administrationName)}
          </Notice>
        )}
        <TokensSaid fields={recipientRoles.map(role => ({ label: words[role], tokens: rows.tokens(role) }))} />
        <Notice tone="neutral" icon={Lock}>
          {words.resend.locked(entry.attempts.length + 1)}
        </Notice>
      </div>
    </Dialog>
  )
}
