import { useLayoutEffect, useRef, useState } from "react"
import options from "../../ui/options/option.module.css"
import { listPadding, rowsBetween, wholeRows } from "../../ui/options/option-rows"
import styles from "./chooser.module.css"
import { ChooserOption } from "./chooser-option"
import type { Chooser } from "./use-chooser"
import { words } from "./words"

/** Pixels that stay where the window is low: the preview gives way first. */
const leastHeight = 118
/** Pixels drawn beyond what is in sight, so that scrolling never shows a gap. */
const beyond = 240
/** Pixels a list is high at most; less where the window is lower. */
const mostHeight = 292

/** The standard messages that match. Only the rows in sight are drawn: 5,000 cost what 10 do. */
export function ChooserList({ id, chooser }: { id: string; chooser: Chooser }) {
  const { rows, active, found } = chooser
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const last = rows.at(-1)
  const height = last ? last.top + last.height : 0
  const most = wholeRows(rows, mostHeight)
  const end = scrolled + Math.min(most, scroller.current?.clientHeight || most)

  useLayoutEffect(() => {
    const row = rows.find(one => one.kind === "option" && one.place === active)
    const box = scroller.current
    if (!row || !box) return
    if (row.top < box.scrollTop) box.scrollTop = active === 0 ? 0 : row.top
    else if (row.top + row.height > box.scrollTop + box.clientHeight - listPadding)
      box.scrollTop = row.top + row.height - box.clientHeight + listPadding
  }, [active, rows])

  return (
    <div
      ref={scroller}
      id={id}
      role="listbox"
      aria-label={words.list}
      className={styles.scroller}
      style={{ maxHeight: most, minHeight: Math.min(leastHeight, height + listPadding) }}
      onScroll={event => setScrolled(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className={styles.rows} style={{ height }}>
        {rowsBetween(rows, scrolled - beyond, end + beyond).map(row =>
          row.kind === "group" ? (
            <div key={row.name} role="presentation" className={options.group} style={{ top: row.top }}>
              {row.name}
            </div>
          ) : (
            <ChooserOption
              key={row.of.id}
              id={`${id}-${row.place}`}
              row={row}
              count={found}
              chooser={chooser}
              isActive={row.place === active}
            />
          ),
        )}
      </div>
    </div>
  )
}
