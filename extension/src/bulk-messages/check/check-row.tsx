import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { showToast } from "../../ui/feedback/toasts"
import { Checkbox } from "../../ui/fields/checkbox"
import { useChangeBulkCase } from "../cases/change-bulk-case"
import { CaseFacts } from "../rows/case-facts"
import type { RowOfCase } from "../rows/case-rows"
import { CaseState } from "../rows/case-state"
import { checkedLook } from "../rows/checked-look"
import { words } from "../words"
import styles from "./check-tab.module.css"
import { FillIn } from "./fill-in"

type CheckRowProps = { message: BulkMessage; of: BulkCase; row: RowOfCase; isLocked: boolean }

/** Of a suppressed address nothing is mailed, but the message stands in the portal. */
const goingOut: readonly string[] = ["ready", "portal-only", "suppressed"]

/** One case: ticked when it gets its message; a missing value is filled in on the spot. */
export function CheckRow({ message, of, row, isLocked }: CheckRowProps) {
  const change = useChangeBulkCase(message.id)
  const mayGo = of.check === null || goingOut.includes(of.check)
  const name = of.case ? `${of.case.customerName}, ${of.case.number}` : words.rows.goneCase
  const look = checkedLook(of)
  return (
    <div className={styles.row}>
      <span className={styles.tick}>
        <Checkbox
          aria-label={words.rows.take(name)}
          isSelected={mayGo && !of.takenOut}
          isDisabled={isLocked || (!mayGo && !of.takenOut)}
          excludeFromTabOrder={row.tabIndex < 0}
          onChange={isSelected =>
            change.mutate(
              { position: of.position, takenOut: !isSelected },
              { onError: error => showToast({ kind: "failure", words: words.rows.notChanged, more: error.message }) },
            )
          }
        />
      </span>
      <button
        type="button"
        data-main
        className={styles.main}
        tabIndex={row.tabIndex}
        aria-current={row.isShown || undefined}
        onClick={row.onShow}
      >
        <CaseFacts of={of} />
      </button>
      <span className={styles.state}>
        <CaseState look={look}>
          <FillIn message={message} of={of} row={row} isLocked={isLocked} otherwise={look.more} />
        </CaseState>
      </span>
    </div>
  )
}
