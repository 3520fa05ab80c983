import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "../../ui/class-names"
import { Spinner } from "../../ui/marks/spinner"
import styles from "./case-state.module.css"

export type StateTone = "success" | "warning" | "danger" | "accent" | "neutral" | "quiet"
/** How one case stands, in words, with an icon and the reason under it. */
export type CaseStateLook = { words: string; more: string; tone: StateTone; icon: LucideIcon | "spinner" }

export function CaseState({ look, children }: { look: CaseStateLook; children?: ReactNode }) {
  const Icon = look.icon
  return (
    <span className={classNames(styles.state, styles[look.tone])}>
      <span className={styles.icon}>
        {Icon === "spinner" ? <Spinner size={15} /> : <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
      </span>
      <span className={styles.words}>
        <span className={styles.what}>{look.words}</span>
        <span className={styles.more} title={look.more}>
          {children ?? look.more}
        </span>
      </span>
    </span>
  )
}
