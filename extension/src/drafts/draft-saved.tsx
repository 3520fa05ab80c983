import { Check, CloudOff } from "lucide-react"
import { clockTime } from "../ui/text/moments"
import styles from "./drafts.module.css"
import { words } from "./words"
import type { DraftSeen } from "./writing"

/** Where the draft is: saved at, or kept on this computer. Nothing until something was typed. */
export function DraftSaved({ draft }: { draft: DraftSeen }) {
  const isHere = draft.saving === "kept-here" || draft.saving === "refused"
  return (
    <span className={styles.saved} role="status">
      {isHere && (
        <>
          <CloudOff size={14} aria-hidden="true" />
          {draft.saving === "refused" ? words.notSaved : words.keptHere}
        </>
      )}
      {!isHere && draft.savedAt && draft.saving !== "untouched" && (
        <>
          <Check size={14} className={styles.done} aria-hidden="true" />
          {words.saved(clockTime(draft.savedAt))}
        </>
      )}
    </span>
  )
}
