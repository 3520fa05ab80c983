import { CircleAlert } from "lucide-react"
import styles from "../compose/compose.module.css"

/** What is wrong with the row above it. */
export function RowError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null
  return (
    <p id={id} className={styles.error} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      {children}
    </p>
  )
}
