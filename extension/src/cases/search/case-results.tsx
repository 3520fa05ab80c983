import type { CaseSummary } from "@casepost/shared/cases"
import { ArrowDown, ArrowUp, CornerDownLeft, SearchX } from "lucide-react"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { Kbd } from "../../ui/marks/kbd"
import { words } from "../words"
import { CaseList } from "./case-list"
import styles from "./case-results.module.css"
import type { CaseSearch } from "./use-case-search"

type CaseResultsProps = {
  search: CaseSearch
  listId: string
  active: number
  onMove: (place: number) => void
  onOpen: (chosen: CaseSummary) => void
  /** Rows shown before the rest is asked for; all, unless given. */
  rows?: number
  /** Names the key that writes. */
  canWrite?: boolean
  /** What Enter does; left out: it opens the timeline. */
  enter?: string | undefined
}

/** What the search found, with its keys; or that it found nothing, or could not look. */
export function CaseResults(props: CaseResultsProps) {
  const { search, listId, active, onMove, onOpen, canWrite = false } = props
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? search.cases.length : Math.max(props.rows ?? search.cases.length, 1)
  const from = Math.max(0, Math.min(active - rows + 1, search.cases.length - rows))
  const shown = search.cases.slice(from, from + rows)
  const hidden = search.cases.length - shown.length + search.more
  if (search.error)
    return (
      <Padded>
        <ProblemNotice problem={search.error} onRetry={search.retry} />
      </Padded>
    )
  if (search.isLoading) return <Skeleton rows={2} />
  if (search.cases.length === 0)
    return search.searched === "" ? null : (
      <EmptyState icon={SearchX} title={words.nothingFound(search.searched)}>
        {words.nothingFoundMore}
      </EmptyState>
    )
  return (
    <section className={styles.results} aria-label={words.results}>
      {search.heading && <h2 className={styles.heading}>{search.heading}</h2>}
      <div className={styles.scroll}>
        <CaseList
          id={listId}
          label={search.heading ?? words.results}
          cases={shown}
          first={from}
          active={active}
          typed={search.searched}
          onChoose={onMove}
          onOpen={onOpen}
        />
      </div>
      <div className={styles.keys}>
        <Kbd>
          <ArrowUp aria-hidden="true" />
        </Kbd>
        <Kbd>
          <ArrowDown aria-hidden="true" />
        </Kbd>
        {words.choose}
        {canWrite && (
          <>
            <span className={styles.gap} />
            <Kbd>Tab</Kbd>
            {words.write}
          </>
        )}
        <span className={styles.gap} />
        <Kbd>
          <CornerDownLeft aria-hidden="true" />
        </Kbd>
        {props.enter ?? words.openTimeline}
        <span className={styles.end}>
          {isWhole && props.rows !== undefined ? (
            <Button kind="link" onPress={() => setWhole(false)}>
              {words.fewer}
            </Button>
          ) : (
            hidden > 0 &&
            (search.cases.length > rows ? (
              <Button kind="link" onPress={() => setWhole(true)}>
                {words.more(hidden)}
              </Button>
            ) : (
              words.more(hidden)
            ))
          )}
        </span>
      </div>
    </section>
  )
}

function Padded({ children }: { children: React.ReactNode }) {
  return <div className={styles.padded}>{children}</div>
}
