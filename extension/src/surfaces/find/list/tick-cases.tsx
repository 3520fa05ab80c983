import { type CaseKind, type CaseRef, caseKinds } from "@casepost/shared/cases"
import { useId, useRef } from "react"
import { caseName } from "../../../cases/marks/case-name"
import listStyles from "../../../cases/search/case-list.module.css"
import { CaseRow } from "../../../cases/search/case-row"
import type { FoundCase } from "../../../tools/recognise/recognised"
import { Button } from "../../../ui/buttons/button"
import { classNames } from "../../../ui/class-names"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Checkbox } from "../../../ui/fields/checkbox"
import { words } from "../words"
import styles from "./list.module.css"
import { useBelow } from "./use-below"
import { useListKeys } from "./use-list-keys"
import { useTicked } from "./use-ticked"

type TickCasesProps = {
  cases: readonly FoundCase[]
  /** Ids of those ticked in the tool: ticked here from the start, and when they are ticked there later. */
  ticked: readonly string[]
  onOpen: (caseRef: CaseRef) => void
  onSendMessages: (refs: CaseRef[]) => void
  sending?: { isPending: boolean; error: Error | null }
  restricted?: string | undefined
}

/** The cases of a list page: tick them and write to all, or open one. */
export function TickCases({ cases, ticked, onOpen, onSendMessages, sending, restricted }: TickCasesProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const keys = useListKeys(list)
  const below = useBelow(list, cases.length)
  // Messages to many are about cases of one kind; the rest can be opened.
  const kind = mostFrequentKind(cases)
  const tickable = cases.filter(one => one.ref.kind === kind)
  const { chosen, tick, tickAll } = useTicked(tickable, ticked)
  const isWhole = chosen.length === tickable.length
  return (
    <section className={styles.cases} aria-labelledby={id}>
      <div className={styles.head}>
        <h1 id={id} className={styles.title}>
          {words.casesOnPage(cases.length)}
        </h1>
        <span className={styles.end}>
          <Button kind="link" onPress={() => tickAll(!isWhole)}>
            {isWhole ? words.selectNone : words.selectAll(tickable.length)}
          </Button>
        </span>
      </div>
      <ul ref={list} className={classNames(styles.rows, styles.scroll)} onKeyDown={keys}>
        {cases.map(one => {
          const name = caseName(one.ref.kind, one.number)
          return (
            <li key={one.ref.id} className={styles.ticked}>
              <span className={styles.box}>
                {one.ref.kind === kind && (
                  <Checkbox
                    aria-label={words.select(name)}
                    isSelected={chosen.some(({ id: tickedId }) => tickedId === one.ref.id)}
                    onChange={on => tick(one.ref.id, on)}
                  />
                )}
              </span>
              <button
                type="button"
                data-row
                className={classNames(listStyles.row, styles.row)}
                onClick={() => onOpen(one.ref)}
              >
                <CaseRow of={one} />
              </button>
            </li>
          )
        })}
      </ul>
      {sending?.error && (
        <div className={styles.problem}>
          <ProblemNotice problem={sending.error} />
        </div>
      )}
      <div className={styles.foot}>
        <span className={styles.count} aria-live="polite">
          {words.selected(chosen.length)}
          {below > 0 && `, ${words.moreBelow(below)}`}
        </span>
        <Button
          kind="primary"
          isBusy={sending?.isPending === true}
          disabledReason={restricted ?? (chosen.length === 0 ? words.noneSelected : undefined)}
          onPress={() => onSendMessages([...chosen])}
        >
          {words.sendMessages}
        </Button>
      </div>
    </section>
  )
}

function mostFrequentKind(cases: readonly FoundCase[]): CaseKind {
  const count = (kind: CaseKind) => cases.filter(one => one.ref.kind === kind).length
  return [...caseKinds].sort((one, other) => count(other) - count(one))[0] ?? "invoice"
}
