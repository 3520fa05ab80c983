import type { NoteEntry } from "@casepost/shared/notes"
import { EyeOff, Lock } from "lucide-react"
import { CleanHtml } from "../../ui/text/clean-html"
import { count, momentInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./forward.module.css"

/** The note that is forwarded or reminded of, as it stands in the timeline. */
export function QuotedNote({ note }: { note: NoteEntry }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long note scrolls, and must do so by keyboard
    <section className={styles.quote} tabIndex={0} aria-label={words.internalNote}>
      <p className={styles.quoteHead}>
        <Lock size={13} strokeWidth={1.75} aria-hidden="true" />
        <strong>{note.author.name}</strong>
        <span>{momentInWords(note.at)}</span>
      </p>
      <div className={styles.quoteText}>
        <CleanHtml html={note.bodyHtml} names={note.mentions.map(mention => `@${mention.name}`)} />
      </div>
      {note.attachments.length > 0 && (
        <p className={styles.quoteFiles}>
          {count(note.attachments.length, "file")}: {note.attachments.map(file => file.name).join(", ")}
        </p>
      )}
      <p className={styles.never}>
        <EyeOff size={13} strokeWidth={1.75} aria-hidden="true" />
        {words.neverVisible}
      </p>
    </section>
  )
}
