import type { CaseRef, CaseSummary } from "@casepost/shared/cases"
import { useId, useRef } from "react"
import listStyles from "../../../cases/search/case-list.module.css"
import { CaseRow } from "../../../cases/search/case-row"
import { classNames } from "../../../ui/class-names"
import { words } from "../words"
import styles from "./list.module.css"
import { useListKeys } from "./use-list-keys"

type WhichCaseProps = {
  cases: readonly CaseSummary[]
  onOpen: (caseRef: CaseRef) => void
  /** Said behind the question; left out: how many were found on the page. */
  said?: string
}

/** Several cases, and none of them for certain: the person decides. */
export function WhichCase({ cases, onOpen, said }: WhichCaseProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const keys = useListKeys(list)
  return (
    <section className={styles.cases} aria-labelledby={id}>
      <div className={styles.head}>
        <h1 id={id} className={styles.title}>
          {words.which}
        </h1>
        <span className={styles.said}>{said ?? words.foundOnPage(cases.length)}</span>
      </div>
      <ul ref={list} className={styles.rows} onKeyDown={keys}>
        {cases.map((one, place) => (
          <li key={one.ref.id}>
            <button
              type="button"
              data-row
              className={classNames(listStyles.row, styles.row, place === 0 && styles.first)}
              onClick={() => onOpen(one.ref)}
            >
              <CaseRow of={one} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
