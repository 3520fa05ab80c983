import type { BulkCase, BulkMessage } from "@casepost/shared/bulk-messages"
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { Skeleton } from "../../ui/feedback/skeleton"
import { NotLoaded } from "../../ui/lists/not-loaded"
import { type Shown, useBulkCases } from "../cases/list-bulk-cases"
import { useFreshCases } from "../cases/use-fresh-cases"
import { words } from "../words"
import styles from "./case-rows.module.css"
import { useWindowedRows } from "./use-windowed-rows"

type CaseRowsProps = {
  message: BulkMessage
  show: Shown
  /** How many there are of it, loaded or not. */
  total: number
  /** The case whose message is shown beside the list. */
  position: number
  onShow: (position: number) => void
  /** Height of a row, in pixels. */
  height?: number
  /** Whether the shown case stands out; not where no message is shown beside the list. */
  isMarked?: boolean
  children: (one: BulkCase, row: RowOfCase) => ReactNode
  /** How a case stands, in words: said of those below what is in sight, where they all stand alike. */
  stateOf: (one: BulkCase) => string
}

export type RowOfCase = { isShown: boolean; tabIndex: 0 | -1; onShow: () => void }

/** The cases, however many: only those in sight are drawn, the next hundred come when they are near. The arrow keys walk them. */
export function CaseRows(props: CaseRowsProps) {
  const { message, show, total, position, onShow, height = 64 } = props
  const list = useBulkCases(message, show)
  const { cases } = list
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const rows = useWindowedRows({ scroller, count: cases.length, height })
  useFreshCases(message, { show, from: rows.from, to: rows.to })
  const [current, setCurrent] = useState(0)
  const wanted = useRef<number | undefined>(undefined)
  const active = Math.min(current, Math.max(0, cases.length - 1))

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const isNear = rows.to >= cases.length - 20
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isNear, hasNextPage, isFetchingNextPage, fetchNextPage])
  useEffect(() => {
    if (wanted.current === undefined) return
    const row = scroller?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] [data-main]`)
    if (!row) return
    wanted.current = undefined
    row.focus({ preventScroll: true })
  })
  const shownRow = cases.findIndex(one => one.position === position)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another message is a reason to scroll
  useEffect(() => {
    if (shownRow >= 0 && !scroller?.contains(document.activeElement)) {
      rows.show(shownRow)
      setCurrent(shownRow)
    }
  }, [shownRow])

  function move(to: number) {
    const row = Math.max(0, Math.min(cases.length - 1, to))
    const one = cases[row]
    if (!one) return
    rows.show(row)
    setCurrent(row)
    wanted.current = row
    onShow(one.position)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if ((event.target as HTMLElement).matches("input:not([type=checkbox])")) return
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? height) / height) - 1)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: cases.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }

  if (list.error && cases.length === 0)
    return <NotLoaded title={words.notLoaded} why={list.error.message} onRetry={() => void list.refetch()} />
  if (list.isPending) return <Skeleton rows={6} withAvatar={false} />
  if (cases.length === 0) return <p className={styles.none}>{words.rows.none}</p>
  const drawn = cases.slice(rows.from, rows.to)
  const below = rows.below + Math.max(0, total - cases.length)
  const rest = new Set(total > cases.length ? [] : cases.slice(cases.length - rows.below).map(props.stateOf))
  const [alike] = rest.size === 1 ? rest : []
  return (
    <>
      <div ref={setScroller} className={styles.scroll}>
        <ul
          className={styles.rows}
          aria-label={words.rows.label}
          style={{ paddingTop: rows.from * height, paddingBottom: (cases.length - rows.to) * height }}
          onKeyDown={onKeyDown}
        >
          {drawn.map((one, place) => {
            const row = rows.from + place
            const isShown = one.position === position
            return (
              <li
                key={one.position}
                data-row={row}
                data-shown={(props.isMarked !== false && isShown) || undefined}
                className={styles.row}
                style={{ height }}
                aria-setsize={Math.max(total, cases.length)}
                aria-posinset={row + 1}
                onFocus={() => setCurrent(row)}
              >
                {props.children(one, {
                  isShown,
                  tabIndex: row === active ? 0 : -1,
                  onShow: () => onShow(one.position),
                })}
              </li>
            )
          })}
        </ul>
      </div>
      {below > 0 && (
        <p className={styles.below}>
          {alike ? words.rows.belowAll(below, alike.toLowerCase()) : words.rows.below(below)}
        </p>
      )}
    </>
  )
}
