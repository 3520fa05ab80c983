import type { NoteEntry } from "@casepost/shared/notes"
import { BellRing, CornerUpRight, EyeOff } from "lucide-react"
import { useState } from "react"
import { AttachmentLinks } from "../../attachments/attachment-links"
import { CaseChip } from "../../cases/marks/case-chip"
import { classNames } from "../../ui/class-names"
import { Chip } from "../../ui/marks/chip"
import { momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./cards.module.css"
import { EntryBody } from "./entry-body"
import type { CardProps } from "./entry-card"
import { EntryMenu } from "./entry-menu"

/** What stays among ourselves: amber, with a lock, and said in words. */
export function NoteCard({ entry, caseRef, deeds }: CardProps<NoteEntry>) {
  const [isOpen, setOpen] = useState(false)
  const when = momentInWords(entry.at)
  return (
    <article
      tabIndex={-1}
      className={classNames(styles.card, styles.note)}
      aria-label={words.articles.note(entry.author.name, when)}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{entry.author.name}</h2>
        <Chip tone="note" shape="square">
          {words.internalNote}
        </Chip>
        <time className={styles.when} dateTime={entry.at}>
          {when}
        </time>
        <EntryMenu entry={entry} name={words.internalNote} deeds={deeds} />
      </div>
      <p className={styles.never}>
        <EyeOff size={14} strokeWidth={1.75} aria-hidden="true" />
        {words.neverVisible}
      </p>
      {entry.caseRef.id !== caseRef.id && (
        <p className={styles.meta}>
          <CaseChip kind={entry.caseRef.kind} number={entry.caseNumber} />
        </p>
      )}
      <EntryBody html={entry.bodyHtml} lines={6} isOpen={isOpen} onOpen={setOpen} />
      {entry.attachments.length > 0 && (
        <div className={styles.files}>
          <AttachmentLinks attachments={entry.attachments} />
        </div>
      )}
      {entry.recipients.length > 0 && (
        <p className={styles.line}>
          {words.noteTo} {entry.recipients.join(", ")}
        </p>
      )}
      {entry.forwards.map(forward => (
        <p key={forward.at} className={styles.line}>
          <CornerUpRight size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {words.forwarded} <strong>{forward.to.join(", ")}</strong>, {momentInWords(forward.at)}
          </span>
        </p>
      ))}
      {entry.reminderAt && (
        <p className={styles.line}>
          <BellRing size={14} strokeWidth={1.75} aria-hidden="true" />
          {entry.doneAt ? words.done(momentInWords(entry.doneAt)) : words.reminder(momentInWords(entry.reminderAt))}
        </p>
      )}
    </article>
  )
}
