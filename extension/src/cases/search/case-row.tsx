import type { CaseSummary } from "@casepost/shared/cases"
import { classNames } from "../../ui/class-names"
import { openInWords } from "../../ui/money"
import { CaseIcon } from "../marks/case-icon"
import { caseName } from "../marks/case-name"
import { dueInWords } from "../marks/due"
import { words } from "../words"
import styles from "./case-list.module.css"
import { MarkedText } from "./marked-text"

type CaseRowProps = {
  of: CaseSummary
  /** What was typed, to be marked. */
  typed?: string
}

/** What a row says of a case: number and customer, what is open and since when. */
export function CaseRow({ of, typed = "" }: CaseRowProps) {
  const due = dueInWords(of)
  return (
    <>
      <span className={styles.tile}>
        <CaseIcon kind={of.ref.kind} />
      </span>
      <span className={styles.names}>
        <span className={styles.number}>
          <MarkedText text={caseName(of.ref.kind, of.number)} typed={typed} />
        </span>
        <span className={styles.customer}>
          <MarkedText text={of.customerName} typed={typed} />
        </span>
      </span>
      <span className={styles.facts}>
        <span className={styles.amount}>{openInWords(of.open) ?? words.nothingOpen}</span>
        <span className={classNames(styles.due, due.isOverdue && styles.overdue)}>{due.words}</span>
      </span>
    </>
  )
}
