import type { CaseRef } from "@casepost/shared/cases"
import { ScanSearch, Search } from "lucide-react"
import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import { useSession } from "../../access/session"
import { CaseResults } from "../../cases/search/case-results"
import { CaseSearchField } from "../../cases/search/case-search-field"
import { useCaseSearch } from "../../cases/search/use-case-search"
import { EmptyState } from "../../ui/feedback/empty-state"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./case-finder.module.css"

type CaseFinderProps = {
  onFound: (caseRef: CaseRef) => void
  /** That the page shows no case, and why; left out: somebody wants to search. */
  none?: { title: string; more: string } | undefined
  /** What can be done about that. */
  action?: ReactNode
  /** What the search starts with. */
  startWith?: string | undefined
  /** Leaves the focus where it is. */
  isQuiet?: boolean
  /** What Enter does; left out: it opens the timeline. */
  enter?: string | undefined
}

/** Finds a case in the side panel, the panel and on the compose page: what was typed, else what was last looked at. */
export function CaseFinder({ onFound, none, action, startWith, isQuiet = false, enter }: CaseFinderProps) {
  const { membership } = useSession()
  const search = useCaseSearch({ organisationId: membership.organisation.id, startWith })
  const [active, setActive] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isQuiet) input.current?.focus()
  }, [isQuiet])
  const keys = { search, listId, active, onMove: setActive, onOpen: (found: { ref: CaseRef }) => onFound(found.ref) }
  return (
    <div className={styles.finder}>
      {none ? (
        <div className={styles.none}>
          <h1 className={styles.title}>{none.title}</h1>
          <p>{none.more}</p>
          {action}
        </div>
      ) : (
        <h1 className={unseen.spoken}>{words.search}</h1>
      )}
      <div className={styles.field}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <CaseSearchField {...keys} inputRef={input} />
      </div>
      <CaseResults
        {...keys}
        enter={enter}
        onMove={place => {
          setActive(place)
          const chosen = search.cases[place]
          if (chosen) onFound(chosen.ref)
        }}
      />
      {!none && search.searched === "" && search.cases.length === 0 && !search.isLoading && (
        <EmptyState icon={ScanSearch} title={words.searchFirst}>
          {words.searchFirstMore}
        </EmptyState>
      )}
    </div>
  )
}
