import type { ReactNode } from "react"
import styles from "./section.module.css"

/** A part of a settings page: its heading, and what can be set under it. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.inside}>{children}</div>
    </section>
  )
}
