import type { CaseRef } from "@casepost/shared/cases"
import { useEffect, useRef } from "react"
import { BulkList } from "../../bulk-messages/bulk-list"
import { BulkPage } from "../../bulk-messages/bulk-page"
import { useOverviewMemory } from "../../cases/overview/overview-memory"
import { goTo, usePlace } from "../../ui/place/place"
import { WorkHeader } from "./work-header"
import { WorkInbox } from "./work-inbox"
import { WorkOverview } from "./work-overview"
import { areaOfKind, kindOfArea, readWorkPlace, type WorkArea, type WorkPlace, writeWorkPlace } from "./work-place"

/** The part that the address names. What was narrowed, ticked and scrolled to in an overview is found again on coming back. */
export function WorkInside() {
  const place = readWorkPlace(usePlace())
  const memory = useOverviewMemory()
  const queries = useRef<Partial<Record<WorkArea, string>>>({})
  const kind = kindOfArea[place.area]
  useEffect(() => {
    queries.current[place.area] = place.query
  }, [place.area, place.query])
  const go = (next: WorkPlace) => goTo(writeWorkPlace(next))
  const queryOf = (area: WorkArea) => (area === place.area ? "" : (queries.current[area] ?? ""))
  function showCase(open: CaseRef) {
    const area = areaOfKind[open.kind]
    go({ area, open, query: area === place.area ? place.query : queryOf(area) })
  }
  return (
    <>
      {/* A bulk message is a window of its own, with its own way out. */}
      {!place.bulkId && <WorkHeader area={place.area} queryOf={queryOf} onOpen={showCase} />}
      {kind && <WorkOverview key={kind} kind={kind} place={place} memory={memory} onCase={showCase} />}
      {place.area === "inbox" && <WorkInbox place={place} />}
      {place.area === "bulk" && (place.bulkId ? <BulkPage key={place.bulkId} id={place.bulkId} /> : <BulkList />)}
    </>
  )
}
