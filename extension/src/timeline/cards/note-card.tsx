import type { NoteEntry } from "@casepost/shared/notes"
import { Check, CornerUpRight, EyeOff, Mail } from "lucide-react"
import { useState } from "react"
import { AttachmentLinks } from "../../attachments/attachment-links"
import { CaseChip } from "../../cases/marks/case-chip"
import { classNames } from "../../ui/class-names"
import { Chip } from "../../ui/marks/chip"
import { dayInWords, momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./cards.module.css"
import { EntryBody } from "./entry-body"
import type { CardProps } from "./entry-card"
import { EntryMenu } from "./entry-menu"
import { NoteMailing } from "./note-mailing"
import { NoteReminder } from "./note-reminder"

/** What stays among ourselves: amber, with a lock, and said in words. */
export function NoteCard({ entry, caseRef, deeds }: CardProps<NoteEntry>) {
  const [isOpen, setOpen] = useState(false)
  const when = momentInWords(entry.at)
  return (
    <article
      tabIndex={-1}
      className={classNames(styles.card, styles.note)}
      aria-label={words.articles.note(entry.author.name, when, entry.doneAt !== null)}
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
      <EntryBody
        html={entry.bodyHtml}
        lines={6}
        isOpen={isOpen}
        onOpen={setOpen}
        names={entry.mentions.map(mention => `@${mention.name}`)}
      />
      {entry.attachments.length > 0 && (
        <div className={styles.files}>
          <AttachmentLinks attachments={entry.attachments} />
        </div>
      )}
      {entry.recipients.length > 0 && <NoteMailing icon={Mail} does={words.mailed} to={entry.recipients} />}
      {entry.forwards.map(forward => (
        <NoteMailing
          key={forward.id}
          icon={CornerUpRight}
          does={words.forwarded}
          to={forward.to}
          after={`, ${momentInWords(forward.at)}${forward.by === entry.author.name ? "" : `, ${words.forwardedBy(forward.by)}`}`}
        />
      ))}
      {entry.reminder && <NoteReminder reminder={entry.reminder} isDone={entry.doneAt !== null} />}
      {(entry.doneAt || entry.reminder) && <Done entry={entry} onDone={deeds.onDone} />}
    </article>
  )
}

/** What was asked for in the note is done, or is to be. */
function Done({ entry, onDone }: { entry: NoteEntry; onDone: ((id: string, done: boolean) => void) | undefined }) {
  const isDone = entry.doneAt !== null
  const said = entry.doneAt
    ? entry.doneBy
      ? words.doneBy(entry.doneBy, dayInWords(entry.doneAt))
      : words.done(dayInWords(entry.doneAt))
    : words.markDone
  if (!onDone) return isDone ? <p className={styles.line}>{said}</p> : null
  return (
    // biome-ignore lint/a11y/useSemanticElements: it says who did it and when, which an input cannot
    <button
      type="button"
      role="checkbox"
      aria-checked={isDone}
      className={styles.done}
      onClick={() => onDone(entry.id, !isDone)}
    >
      <span className={styles.box} aria-hidden="true">
        {isDone && <Check size={12} strokeWidth={2.5} />}
      </span>
      {said}
    </button>
  )
}
