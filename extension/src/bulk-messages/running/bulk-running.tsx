import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useCallback, useState } from "react"
import { goTo } from "../../ui/place/place"
import type { Shown } from "../cases/list-bulk-cases"
import { BulkFrame } from "../frame/bulk-frame"
import { PreviewPane } from "../preview/preview-pane"
import { CaseFacts } from "../rows/case-facts"
import { CaseRows } from "../rows/case-rows"
import { CaseState } from "../rows/case-state"
import { type Filter, FilterPills } from "../rows/filter-pills"
import { sentLook } from "../rows/sent-look"
import { chosenInWords, words } from "../words"
import styles from "./bulk-running.module.css"
import { RunningFoot } from "./running-foot"
import { useUndoAfterLeaving } from "./use-undo-after-leaving"

/** A bulk message that was sent off: how every case stands, live; it goes on when this window is closed. */
export function BulkRunning({ message }: { message: BulkMessage }) {
  useUndoAfterLeaving(message)
  const [show, setShow] = useState<Shown>("all")
  const [chosen, setChosen] = useState<number | undefined>()
  const onPosition = useCallback((position: number) => setChosen(position), [])
  const position = chosen ?? 0
  const filters: Filter<Shown>[] = [
    { id: "all", name: words.filters.all, count: message.total },
    { id: "waiting", name: words.states.waiting, count: waitingIn(message) },
    { id: "problems", name: words.running.problems, count: message.results["not-delivered"] ?? 0 },
  ]
  const total = filters.find(filter => filter.id === show)?.count ?? message.total
  return (
    <BulkFrame
      about={chosenInWords(message)}
      phase={message.state}
      closeLabel={words.closeWindow}
      onClose={() => goTo(`bulk?show=${message.id}`)}
      preview={
        <PreviewPane message={message} position={position} isFirst={chosen === undefined} onPosition={onPosition} />
      }
      foot={<RunningFoot message={message} />}
    >
      <div className={styles.top}>
        <h2 className={styles.count}>{words.cases(message.total)}</h2>
        <FilterPills label={words.running.show} filters={filters} chosen={show} onChoose={setShow} />
      </div>
      <CaseRows
        key={show}
        message={message}
        show={show}
        total={total}
        position={position}
        onShow={onPosition}
        stateOf={one => sentLook(one).words}
      >
        {(one, row) => (
          <button type="button" data-main className={styles.row} tabIndex={row.tabIndex} onClick={row.onShow}>
            <CaseFacts of={one} />
            <CaseState look={sentLook(one)} />
          </button>
        )}
      </CaseRows>
    </BulkFrame>
  )
}

/** Nothing is counted before it starts: until then every case waits. */
function waitingIn({ results, startedAt, total }: BulkMessage): number {
  return startedAt ? (results.waiting ?? 0) + (results.sending ?? 0) : total
}
