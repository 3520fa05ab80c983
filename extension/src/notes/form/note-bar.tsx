import { EyeOff, Lock } from "lucide-react"
import { words } from "../words"
import styles from "./note-form.module.css"

/** Says in words who can read what is written here. */
export function NoteBar() {
  return (
    <p className={styles.bar}>
      <span className={styles.what}>
        <Lock size={15} strokeWidth={1.75} aria-hidden="true" />
        {words.internalNote}
      </span>
      <span className={styles.never}>
        <EyeOff size={15} strokeWidth={1.75} aria-hidden="true" />
        {words.neverVisible}
      </span>
    </p>
  )
}
