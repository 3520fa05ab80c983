import type { BulkMessage, BulkWarning } from "@casepost/shared/bulk-messages"
import { Notice } from "../../ui/feedback/notice"
import { words } from "../words"
import styles from "./check-tab.module.css"

/** What is worth knowing before sending; none of it stops anything. What Write says itself is not said twice. */
export function Warnings({ message }: { message: BulkMessage }) {
  const said = message.warnings.flatMap(inWords)
  if (said.length === 0) return null
  return (
    <div className={styles.warnings}>
      <Notice tone="warning">
        {said.length === 1 ? (
          said[0]
        ) : (
          <ul>
            {said.map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

function inWords(warning: BulkWarning): string[] {
  const { warnings } = words
  switch (warning.kind) {
    case "several-for-customer":
      return [warnings.several(warning.customers, warning.most)]
    case "copies":
      return [warnings.copies(warning.name, warning.copies)]
    case "messaged-lately":
      return [warnings.lately(warning.cases, warning.days)]
    case "language-missing":
      return [words.write.takenFrom(warning.cases, warning.language, warning.taken)]
    case "left-out-recipient":
      return [warnings.leftOutRecipient(warning.name)]
    default:
      return []
  }
}
