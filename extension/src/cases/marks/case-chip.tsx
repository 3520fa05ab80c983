import type { CaseKind } from "@casepost/shared/cases"
import styles from "./case-chip.module.css"
import { CaseIcon } from "./case-icon"
import { caseName } from "./case-name"

/** The case something is about, in one word. */
export function CaseChip({ kind, number }: { kind: CaseKind; number: string }) {
  return (
    <span className={styles.chip}>
      <CaseIcon kind={kind} size={14} />
      {caseName(kind, number)}
    </span>
  )
}
