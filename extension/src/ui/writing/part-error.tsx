import { CircleAlert } from "lucide-react"
import styles from "./part-error.module.css"

/** What is wrong with the part of a message or a note above it. */
export function PartError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null
  return (
    <p id={id} className={styles.error} role="alert">
      <CircleAlert size={14} aria-hidden="true" />
      {children}
    </p>
  )
}
