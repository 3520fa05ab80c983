import type { CaseRef } from "@casepost/shared/cases"
import type { DayGroup } from "../group-by-day"
import { words } from "../words"
import { ConversationRow } from "./conversation-row"
import styles from "./list.module.css"

export type ConversationDeeds = {
  onOpen: (caseRef: CaseRef) => void
  onReply: (caseRef: CaseRef, subject: string) => void
  onMark: (caseRef: CaseRef, read: boolean) => void
}

/** The conversations under their days; the first day stands in the bar above them. */
export function ConversationList({ groups, deeds }: { groups: readonly DayGroup[]; deeds: ConversationDeeds }) {
  return (
    <div className={styles.list}>
      {groups.map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same day may come twice where read and unread ones are apart
        <div key={`${place} ${group.name}`}>
          {place > 0 && <h2 className={styles.day}>{group.name}</h2>}
          <ul aria-label={`${words.conversations}, ${group.name}`}>
            {group.conversations.map(conversation => (
              <ConversationRow
                key={conversation.caseRef.kind + conversation.caseRef.id}
                conversation={conversation}
                deeds={deeds}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
