import type { CaseDetail } from "@casepost/shared/cases"
import { Clock } from "lucide-react"
import type { ReactNode } from "react"
import { Chip } from "../../ui/marks/chip"
import { openInWords } from "../../ui/money"
import { CaseIcon } from "../marks/case-icon"
import { caseName } from "../marks/case-name"
import { dueInWords } from "../marks/due"
import { words } from "../words"
import styles from "./case-strip.module.css"

/** The case above a message that is being written, in one strip; under it `why` it is this one, where a surface has something to say. */
export function CaseStrip({ of, why, end }: { of: CaseDetail; why?: ReactNode; end?: ReactNode }) {
  const due = dueInWords(of)
  const open = openInWords(of.open)
  return (
    <div className={styles.strip}>
      <span className={styles.tile}>
        <CaseIcon kind={of.ref.kind} />
      </span>
      <div className={styles.words}>
        <p className={styles.line}>
          <strong>{caseName(of.ref.kind, of.number)}</strong>
          {due.isOverdue && (
            <Chip tone="danger" shape="square" icon={Clock}>
              {due.words}
            </Chip>
          )}
        </p>
        <p className={styles.customer}>
          <span className={styles.name}>{of.customerName}</span>
          {open && (
            <span className={styles.open}>
              · <strong>{open}</strong> {words.open}
            </span>
          )}
        </p>
        {why && <p className={styles.why}>{why}</p>}
      </div>
      {end}
    </div>
  )
}
