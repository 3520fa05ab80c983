import type { CaseRef } from "@casepost/shared/cases"
import type { TimelineEntry } from "@casepost/shared/timeline"
import { Lock } from "lucide-react"
import { Avatar } from "../../ui/marks/avatar"
import type { TimelineDeeds } from "../list-timeline"
import styles from "./cards.module.css"
import { MessageCard } from "./message-card"
import { NoteCard } from "./note-card"
import { ReplyCard } from "./reply-card"

export type CardProps<E extends TimelineEntry> = {
  entry: E
  /** The case whose timeline this is: an entry of another one names its own. */
  caseRef: CaseRef
  /** Milliseconds the server's clock is ahead of ours. */
  ahead: number
  deeds: TimelineDeeds
}

/** One entry on the line: who at the left, what at the right. */
export function EntryCard(props: CardProps<TimelineEntry>) {
  const { entry } = props
  return (
    <div className={styles.entry}>
      <span className={styles.gutter}>
        {entry.type === "note" ? (
          <span className={styles.lock}>
            <Lock size={13} strokeWidth={1.75} aria-hidden="true" />
          </span>
        ) : (
          <Avatar size={24} name={entry.author.name} />
        )}
      </span>
      {entry.type === "message" && <MessageCard {...props} entry={entry} />}
      {entry.type === "reply" && <ReplyCard {...props} entry={entry} />}
      {entry.type === "note" && <NoteCard {...props} entry={entry} />}
    </div>
  )
}
