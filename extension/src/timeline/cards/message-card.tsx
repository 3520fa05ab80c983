import type { MessageEntry } from "@casepost/shared/timeline"
import { useState } from "react"
import { AttachmentLinks } from "../../attachments/attachment-links"
import { CaseChip } from "../../cases/marks/case-chip"
import { deliveryLooks } from "../../ui/marks/delivery-chip"
import { momentInWords } from "../../ui/text/moments"
import { isHeld, tellingState } from "../delivery/attempt-state"
import { AttemptView } from "../delivery/attempt-view"
import { EarlierAttempts } from "../delivery/earlier-attempts"
import { words } from "../words"
import styles from "./cards.module.css"
import { EntryBody } from "./entry-body"
import type { CardProps } from "./entry-card"
import { EntryMenu } from "./entry-menu"

/** A message to the customer: white. */
export function MessageCard({ entry, caseRef, ahead, deeds }: CardProps<MessageEntry>) {
  const [isOpen, setOpen] = useState(false)
  const last = entry.attempts.at(-1)
  const when = momentInWords(entry.at)
  const only = last?.recipients.length === 1 ? last.recipients[0]?.address : undefined
  const isFirstHeld = last !== undefined && isHeld(last) && entry.attempts.length === 1
  const canResend = deeds.onResend !== undefined && last !== undefined && !isHeld(last)
  const resend = canResend ? () => deeds.onResend?.(entry) : undefined
  return (
    <article
      tabIndex={-1}
      className={styles.card}
      aria-label={words.articles.message(entry.author.name, when, last ? stateInWords(last) : "")}
    >
      <div className={styles.head}>
        {entry.unread && <span className={styles.dot} role="img" aria-label={words.unread} />}
        <h2 className={styles.title}>{entry.subject}</h2>
        <EntryMenu entry={entry} name={entry.subject} deeds={deeds} onResend={resend} />
      </div>
      <p className={styles.meta}>
        {entry.author.name} <span aria-hidden="true">·</span> {when}
        {isFirstHeld && only && (
          <span className={styles.to}>
            <span aria-hidden="true">·</span> {words.to(only)}
          </span>
        )}
        {entry.caseRef.id !== caseRef.id && <CaseChip kind={entry.caseRef.kind} number={entry.caseNumber} />}
      </p>
      {!isFirstHeld && (
        <EntryBody
          html={entry.bodyHtml}
          lines={2}
          isOpen={isOpen}
          onOpen={setOpen}
          {...(entry.signatureHtml ? { signatureHtml: entry.signatureHtml } : {})}
        />
      )}
      {entry.attachments.length > 0 && (
        <div className={styles.files}>
          <AttachmentLinks attachments={entry.attachments} />
        </div>
      )}
      {last && <AttemptView attempt={last} ahead={ahead} onUndo={() => deeds.onUndo(entry.id)} onChoose={resend} />}
      <EarlierAttempts attempts={entry.attempts.slice(0, -1)} />
    </article>
  )
}

function stateInWords(attempt: MessageEntry["attempts"][number]): string {
  if (attempt.state === "scheduled") return words.scheduledFor(momentInWords(attempt.leavesAt))
  if (attempt.state === "held") return words.sending.toLowerCase()
  return deliveryLooks[tellingState(attempt)].words.toLowerCase()
}
