import type { Facts } from "@casepost/shared/facts"
import { fillHtml, fillText } from "@casepost/shared/fill-placeholders"
import { placeholders, placeholdersIn, unknownIn } from "@casepost/shared/placeholders"
import { CircleCheck, TriangleAlert } from "lucide-react"
import { hasWords, type LanguageText } from "../form/written"
import { words } from "../words"
import styles from "./preview.module.css"

/** Whether this case has a value for everything in the text, else what it lacks. */
export function FilledState({ text, facts }: { text: LanguageText; facts: Facts }) {
  const { subject, bodyHtml } = text
  const missing = new Set([...fillText(subject, { facts }).missing, ...fillHtml(bodyHtml, { facts }).missing])
  const unknown = unknownIn(subject, bodyHtml)
  const known = placeholdersIn(subject, bodyHtml)
  const labels = [...missing].map(name => placeholders[name])
  if (!hasWords(bodyHtml) && subject === "") return null
  if (unknown.length === 0 && known.length === 0) return <p className={styles.state}>{words.noPlaceholders}</p>
  const isWhole = missing.size === 0 && unknown.length === 0
  return (
    <div role="status" className={styles.states}>
      {isWhole && (
        <p className={styles.good}>
          <CircleCheck size={15} aria-hidden="true" />
          {words.allFilled(known.length)}
        </p>
      )}
      {missing.size > 0 && (
        <p className={styles.bad}>
          <TriangleAlert size={15} aria-hidden="true" />
          {words.missing(labels)}
        </p>
      )}
      {unknown.length > 0 && (
        <p className={styles.bad}>
          <TriangleAlert size={15} aria-hidden="true" />
          {words.unknownCount(unknown.length)}
        </p>
      )}
    </div>
  )
}
