import type { ReactNode } from "react"
import styles from "./settings-head.module.css"

type SettingsHeadProps = {
  /** What the page belongs to: "Administration settings". */
  kicker?: string
  title: string
  lead?: ReactNode
  /** At the right. */
  end?: ReactNode
}

/** The top of a page of the settings. */
export function SettingsHead({ kicker, title, lead, end }: SettingsHeadProps) {
  return (
    <header className={styles.head}>
      <div>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
    </header>
  )
}
