import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./empty-state.module.css"

type EmptyStateProps = {
  icon: LucideIcon
  title: string
  children?: ReactNode
  action?: ReactNode
  tone?: "neutral" | "danger"
  /** It is all that the page shows: its title is the page's heading. */
  isPage?: boolean
}

/** Nothing here, or it could not be loaded: why, and what to do. */
export function EmptyState({ icon: Icon, title, children, action, tone = "neutral", isPage }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p"
  return (
    <div className={styles.empty} role={tone === "danger" ? "alert" : undefined}>
      <span className={classNames(styles.tile, tone === "danger" && styles.danger)}>
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <Title className={styles.title}>{title}</Title>
      {children && <p className={styles.words}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
