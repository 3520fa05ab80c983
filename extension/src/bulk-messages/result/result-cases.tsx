import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { useState } from "react"
import { Button } from "../../ui/buttons/button"
import { goTo } from "../../ui/place/place"
import type { Shown } from "../cases/list-bulk-cases"
import { CaseRows, type RowOfCase } from "../rows/case-rows"
import { CaseState, type CaseStateLook } from "../rows/case-state"
import { type Filter, FilterPills } from "../rows/filter-pills"
import { sentLook } from "../rows/sent-look"
import { words } from "../words"
import styles from "./bulk-result.module.css"
import { ChangeAddressDialog } from "./change-address-dialog"
import { figuresOf } from "./figures"
import { FillInDialog } from "./fill-in-dialog"
import { useRetryBulkMessage } from "./retry-bulk-message"

type ResultCasesProps = { message: BulkMessage; maySend: boolean }

/** The cases by what became of them, what needs attention first. */
export function ResultCases({ message, maySend }: ResultCasesProps) {
  const { notDelivered, leftOut, opened } = figuresOf(message)
  const [chosen, setShow] = useState<Shown | undefined>()
  const [current, setCurrent] = useState(-1)
  const [asked, setAsked] = useState<BulkCase | undefined>()
  const retry = useRetryBulkMessage(message.id)
  // Taken out by hand is nobody's concern any more.
  const attention = notDelivered + Math.max(0, leftOut - (message.checks["taken-out"] ?? 0))
  const show = chosen ?? (attention > 0 ? "attention" : "all")
  const filters: Filter<Shown>[] = [
    { id: "attention", name: words.result.tabs.attention, count: attention },
    { id: "not-delivered", name: words.result.tabs["not-delivered"], count: notDelivered },
    { id: "left-out", name: words.result.tabs["left-out"], count: leftOut },
    { id: "opened", name: words.result.tabs.opened, count: opened },
    { id: "all", name: words.result.tabs.all, count: message.total },
  ]
  function take(of: BulkCase) {
    if (of.next === "retry") retry.mutate([of.position])
    else if (of.next === "open") openCase(of)
    else setAsked(of)
  }
  return (
    <>
      <div className={styles.tabs}>
        <FilterPills label={words.result.show} filters={filters} chosen={show} onChoose={setShow} />
        {notDelivered > 0 && (
          <span className={styles.hint}>
            {message.retryable > 0
              ? words.result.someRetryable(message.retryable, notDelivered)
              : words.result.noneRetryable}
          </span>
        )}
      </div>
      <div className={styles.rows}>
        <CaseRows
          key={show}
          message={message}
          show={show}
          total={filters.find(filter => filter.id === show)?.count ?? 0}
          position={current}
          onShow={setCurrent}
          height={52}
          stateOf={one => sentLook(one).words}
          isMarked={false}
        >
          {(one, row) => (
            <ResultRow of={one} row={row} maySend={maySend} isBusy={retry.isPending} onTake={() => take(one)} />
          )}
        </CaseRows>
      </div>
      {asked?.next === "change-address" && (
        <ChangeAddressDialog message={message} of={asked} onClose={() => setAsked(undefined)} />
      )}
      {asked?.next === "fill-in" && <FillInDialog message={message} of={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

type ResultRowProps = { of: BulkCase; row: RowOfCase; maySend: boolean; isBusy: boolean; onTake: () => void }

function ResultRow({ of, row, maySend, isBusy, onTake }: ResultRowProps) {
  const name = of.case?.customerName ?? words.rows.goneCase
  const step = of.next && (maySend || of.next === "open") ? of.next : undefined
  return (
    <div className={styles.row}>
      <span className={styles.who}>
        <span className={styles.name}>
          {of.case ? (
            <a data-main href={`#/${placeOf(of)}`} tabIndex={row.tabIndex}>
              {name}
            </a>
          ) : (
            name
          )}
        </span>
        <span className={styles.quiet}>{of.case?.number}</span>
      </span>
      <span className={styles.address}>{of.address ?? words.why.noAddress}</span>
      <span className={styles.state}>
        <CaseState look={withoutAddress(of)} />
      </span>
      <span className={styles.deed}>
        {step && (
          <Button
            size="sm"
            aria-label={words.result.nextOf(words.result.next[step], name)}
            excludeFromTabOrder={row.tabIndex < 0}
            isDisabled={isBusy}
            onPress={onTake}
          >
            {words.result.next[step]}
          </Button>
        )}
      </span>
    </div>
  )
}

/** The address stands in a column of its own. */
function withoutAddress(of: BulkCase): CaseStateLook {
  const look = sentLook(of)
  return look.more === (of.address ?? words.why.noAddress) ? { ...look, more: "" } : look
}

/** The case with its timeline, beside its overview. */
function placeOf({ case: of }: BulkCase): string {
  return of ? `${of.ref.kind}s/${of.ref.id}` : "bulk"
}

function openCase(of: BulkCase): void {
  goTo(placeOf(of))
}
