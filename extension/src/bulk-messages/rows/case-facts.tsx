import type { BulkCase } from "@casepost/shared/bulk-messages"
import { dueInWords } from "../../cases/marks/due"
import { openInWords } from "../../ui/money"
import { words } from "../words"
import styles from "./case-facts.module.css"

/** Of a row: who, which case, what is open and how late it is. */
export function CaseFacts({ of }: { of: BulkCase }) {
  if (!of.case) return <span className={styles.who}>{words.rows.goneCase}</span>
  return (
    <>
      <span className={styles.who}>
        <span className={styles.name}>{of.case.customerName}</span>
        <span className={styles.quiet}>{of.case.number}</span>
      </span>
      <span className={styles.open}>
        <span className={styles.amount}>{openInWords(of.open)}</span>
        <span className={styles.quiet}>{dueInWords(of.case)?.words}</span>
      </span>
    </>
  )
}
