import type { CaseRef } from "@casepost/shared/cases"
import { ScanSearch } from "lucide-react"
import { useEffect, useId, useRef, useState } from "react"
import { useSession } from "../../access/session"
import { CaseResults } from "../../cases/search/case-results"
import { CaseSearchField } from "../../cases/search/case-search-field"
import { useCaseSearch } from "../../cases/search/use-case-search"
import { EmptyState } from "../../ui/feedback/empty-state"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./case-finder.module.css"

/** Finds a case in the side panel and on the compose page: what was typed, else what was last looked at. */
export function CaseFinder({ onFound }: { onFound: (caseRef: CaseRef) => void }) {
  const { membership } = useSession()
  const search = useCaseSearch({ organisationId: membership.organisation.id })
  const [active, setActive] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const keys = { search, listId, active, onMove: setActive, onOpen: (found: { ref: CaseRef }) => onFound(found.ref) }
  return (
    <div className={styles.finder}>
      <h1 className={unseen.spoken}>{words.search}</h1>
      <div className={styles.field}>
        <CaseSearchField {...keys} inputRef={input} />
      </div>
      <CaseResults
        {...keys}
        onMove={place => {
          setActive(place)
          const chosen = search.cases[place]
          if (chosen) onFound(chosen.ref)
        }}
      />
      {search.searched === "" && search.cases.length === 0 && !search.isLoading && (
        <EmptyState icon={ScanSearch} title={words.noCase}>
          {words.noCaseMore}
        </EmptyState>
      )}
    </div>
  )
}
