import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useEffect, useRef } from "react"
import { Checkbox } from "../../ui/fields/checkbox"
import { useChangeBulkCases } from "../cases/change-bulk-cases"
import { CaseRows } from "../rows/case-rows"
import { checkedLook } from "../rows/checked-look"
import { words } from "../words"
import { type CheckFilter, countOf } from "./check-filters"
import { CheckRow } from "./check-row"
import styles from "./check-tab.module.css"
import { Warnings } from "./warnings"

type CheckTabProps = {
  message: BulkMessage
  filter: CheckFilter
  /** Goes to the first value that is missing. */
  isFilling: boolean
  position: number
  onShow: (position: number) => void
  isLocked: boolean
}

/** Every chosen case: whether it gets its message, and if not, why. */
export function CheckTab({ message, filter, isFilling, position, onShow, isLocked }: CheckTabProps) {
  const all = useChangeBulkCases(message.id)
  const tab = useRef<HTMLDivElement>(null)
  const taken = message.checks["taken-out"] ?? 0
  useEffect(() => {
    if (!isFilling) return
    const watch = new MutationObserver(focus)
    if (!focus() && tab.current) watch.observe(tab.current, { childList: true, subtree: true })
    function focus(): boolean {
      const field = tab.current?.querySelector<HTMLInputElement>("[data-fill-in] input")
      field?.focus()
      if (field) watch.disconnect()
      return field !== null && field !== undefined
    }
    return () => watch.disconnect()
  }, [isFilling])
  return (
    <div ref={tab} className={styles.tab}>
      <Warnings message={message} />
      <div className={styles.all}>
        <Checkbox
          isSelected={message.total > 0 && message.messages === message.total}
          isIndeterminate={message.messages > 0 && message.messages < message.total}
          isDisabled={isLocked || all.isPending}
          onChange={() => all.mutate(taken === 0)}
        >
          {words.rows.selected(message.messages, message.total)}
        </Checkbox>
      </div>
      <CaseRows
        key={filter}
        message={message}
        show={filter}
        total={countOf(message, filter)}
        position={position}
        onShow={onShow}
        stateOf={one => checkedLook(one).words}
      >
        {(one, row) => <CheckRow message={message} of={one} row={row} isLocked={isLocked} />}
      </CaseRows>
    </div>
  )
}
