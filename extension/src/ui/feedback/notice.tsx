import { CircleAlert, Info, Lock, type LucideIcon, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "../class-names"
import styles from "./notice.module.css"

export type NoticeTone = "neutral" | "warning" | "danger" | "note"

type NoticeProps = {
  children: ReactNode
  tone?: NoticeTone
  icon?: LucideIcon
  /** The one way out: a button. */
  action?: ReactNode
  /** Announced when it appears: `status` politely, `alert` at once. Nothing: it is part of the page. */
  role?: "status" | "alert"
}

/** Names a cause and one way out, beside what it concerns. */
export function Notice({ children, tone = "neutral", icon, action, role }: NoticeProps) {
  const Icon = icon ?? icons[tone]
  return (
    <div className={classNames(styles.notice, styles[tone])} role={role}>
      <div className={styles.cause}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
        <div className={styles.words}>{children}</div>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}

const icons: Record<NoticeTone, LucideIcon> = {
  neutral: Info,
  warning: TriangleAlert,
  danger: CircleAlert,
  note: Lock,
}
