import type { CaseDetail } from "@casepost/shared/cases"
import { Clock } from "lucide-react"
import { type ReactNode, useEffect, useRef } from "react"
import { Chip } from "../../ui/marks/chip"
import { openInWords } from "../../ui/money"
import { momentInWords } from "../../ui/text/moments"
import { AccessCodeButton } from "../access-code/access-code-button"
import { CaseIcon } from "../marks/case-icon"
import { caseName } from "../marks/case-name"
import { dueInWords } from "../marks/due"
import { words } from "../words"
import styles from "./case-head.module.css"

/**
 * The case above everything about it: number, overdue, customer, what is open per currency, how old that is. `why` it is the one that is
 * shown takes the first line, where a surface has something to say about it; the rest then stands in a line of its own.
 */
export function CaseHead({ of, why }: { of: CaseDetail; why?: ReactNode }) {
  const due = dueInWords(of)
  const open = openInWords(of.open)
  const number = useRef<HTMLHeadingElement>(null)
  // The search or the form that led here is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) number.current?.focus()
  }, [])
  const about = (
    <>
      {of.matter && <span>{words.inMatter(of.matter.number)}</span>}
      {of.asOf && <span className={styles.asOf}>{words.asOf(momentInWords(of.asOf))}</span>}
    </>
  )
  return (
    <div className={styles.head}>
      <p className={styles.kind}>
        <CaseIcon kind={of.ref.kind} size={14} />
        {words.kinds[of.ref.kind]}
        {why ?? about}
      </p>
      <div className={styles.line}>
        <h1 ref={number} tabIndex={-1} className={styles.number}>
          {caseName(of.ref.kind, of.number)}
        </h1>
        {due.isOverdue ? (
          <Chip tone="danger" icon={Clock}>
            {due.words}
          </Chip>
        ) : (
          <Chip>{due.words}</Chip>
        )}
      </div>
      <p className={styles.customer}>
        <span className={styles.name}>{of.customerName}</span>
        <span aria-hidden="true">·</span>
        {open ? (
          <span className={styles.amounts}>
            <strong>{open}</strong> {words.open}
          </span>
        ) : (
          <span>{words.nothingOpen}</span>
        )}
        <span className={styles.code}>
          <AccessCodeButton of={of} />
        </span>
      </p>
      {why && (of.matter || of.asOf) && <p className={styles.about}>{about}</p>}
    </div>
  )
}
