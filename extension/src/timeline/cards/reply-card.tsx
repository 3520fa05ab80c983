import type { ReplyEntry } from "@casepost/shared/timeline"
import { CornerUpLeft } from "lucide-react"
import { useState } from "react"
import { AttachmentLinks } from "../../attachments/attachment-links"
import { CaseChip } from "../../cases/marks/case-chip"
import { Button } from "../../ui/buttons/button"
import { classNames } from "../../ui/class-names"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./cards.module.css"
import { EntryBody } from "./entry-body"
import type { CardProps } from "./entry-card"
import { EntryMenu } from "./entry-menu"

/** What the customer answered: blue. */
export function ReplyCard({ entry, caseRef, deeds }: CardProps<ReplyEntry>) {
  const [isOpen, setOpen] = useState(false)
  const when = momentInWords(entry.at)
  return (
    <article
      tabIndex={-1}
      className={classNames(styles.card, styles.reply)}
      aria-label={words.articles.reply(entry.author.name, when, entry.unread)}
    >
      <div className={styles.head}>
        {entry.unread && <span className={styles.dot} role="img" aria-label={words.unread} />}
        <h2 className={styles.title}>
          {entry.author.name}
          <span className={styles.via}>{viaInWords(entry)}</span>
        </h2>
        <time className={styles.when} dateTime={entry.at}>
          {when}
        </time>
        <EntryMenu entry={entry} name={entry.author.name} deeds={deeds} />
      </div>
      {entry.caseRef.id !== caseRef.id && (
        <p className={styles.meta}>
          <CaseChip kind={entry.caseRef.kind} number={entry.caseNumber} />
        </p>
      )}
      <EntryBody html={entry.bodyHtml} lines={6} isOpen={isOpen} onOpen={setOpen} />
      <div className={styles.files}>
        {deeds.onReply && (
          <Button kind="link" icon={CornerUpLeft} onPress={() => deeds.onReply?.()}>
            {words.reply}
          </Button>
        )}
        <AttachmentLinks attachments={entry.attachments} />
        {!entry.unread && entry.readBy && <span className={styles.readBy}>{words.readBy(entry.readBy)}</span>}
      </div>
    </article>
  )
}

/** Shorter once the date stands beside it. */
function viaInWords({ via, at }: ReplyEntry): string {
  const isShort = momentInWords(at).includes(",")
  if (via === "portal") return isShort ? words.inPortal : words.repliedInPortal
  return isShort ? words.byEmail : words.repliedByEmail
}
