import { Check, Minus } from "lucide-react"
import styles from "./tick-box.module.css"

type TickBoxProps = {
  label: string
  isTicked: boolean
  isPartly?: boolean
  /** Why it cannot be ticked. */
  reason?: string | undefined
  /** In the row of the list that keys move from, and in its head; the others are reached by moving. */
  isReachable?: boolean
  onTick: (withShift: boolean) => void
}

/** A box as large as its cell: a native one, because a list draws forty of them at every step. */
export function TickBox({ label, isTicked, isPartly = false, reason, isReachable = false, onTick }: TickBoxProps) {
  return (
    <span className={styles.tick} title={reason}>
      <input
        type="checkbox"
        aria-label={reason ? `${label}. ${reason}` : label}
        checked={isTicked}
        disabled={reason !== undefined}
        ref={box => {
          if (box) box.indeterminate = isPartly
        }}
        tabIndex={isReachable ? 0 : -1}
        onClick={event => {
          event.stopPropagation()
          onTick(event.shiftKey)
        }}
        // Ticked by the click above, which knows of Shift.
        onChange={() => undefined}
      />
      <span className={styles.box} data-on={isTicked || isPartly} aria-hidden="true">
        {isPartly ? <Minus size={12} strokeWidth={3} /> : isTicked && <Check size={12} strokeWidth={3} />}
      </span>
    </span>
  )
}
