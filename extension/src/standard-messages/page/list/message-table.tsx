import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { useEffect } from "react"
import unseen from "../../../ui/text/unseen.module.css"
import { words } from "../words"
import { MessageRow, rowId } from "./message-row"
import styles from "./messages-list.module.css"

type MessageTableProps = {
  messages: readonly StandardMessageSummary[]
  fresh: string | undefined
  isStale: boolean
  onCopy: (message: StandardMessageSummary) => void
}

/** One row a standard message, last used first. */
export function MessageTable({ messages, fresh, isStale, onCopy }: MessageTableProps) {
  const isFreshThere = messages.some(({ id }) => id === fresh)
  useEffect(() => {
    if (!fresh || !isFreshThere) return
    const row = document.getElementById(rowId(fresh))
    row?.focus()
    row?.scrollIntoView({ block: "center" })
  }, [fresh, isFreshThere])
  const { columns } = words
  return (
    <table className={styles.table} aria-busy={isStale}>
      <thead>
        <tr>
          <th scope="col">{columns.description}</th>
          <th scope="col">{columns.languages}</th>
          <th scope="col">{columns.copies}</th>
          <th scope="col">{columns.files}</th>
          <th scope="col">{columns.lastUsed}</th>
          <th scope="col">{columns.uses}</th>
          <th scope="col" className={styles.menuColumn}>
            <span className={unseen.spoken}>{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map(message => (
          <MessageRow
            key={message.id}
            message={message}
            isFresh={message.id === fresh}
            onCopy={() => onCopy(message)}
          />
        ))}
      </tbody>
    </table>
  )
}
