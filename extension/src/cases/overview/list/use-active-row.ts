import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react"
import { rowId } from "./overview-row"

export type ActiveRow = ReturnType<typeof useActiveRow>

type ActiveRowInput = {
  scroller: RefObject<HTMLDivElement | null>
  rows: number
  rowHeight: number
  /** Height of the heads that stand over the rows. */
  headHeight: number
  start: number
  /** Another filter or order: it begins at the first row again. */
  of: string
  onOpen: (place: number) => void
  onTick: (place: number, how: { range: boolean }) => void
}

/** The row that has the focus, or would get it: arrow keys, Home, End and Page keys move it, Enter opens it, Space ticks it. */
export function useActiveRow({ scroller, rows, rowHeight, headHeight, ...input }: ActiveRowInput) {
  const { start, of, onOpen, onTick } = input
  const [place, set] = useState(start)
  const shown = useRef(of)
  useEffect(() => {
    if (shown.current !== of) set(0)
    shown.current = of
  }, [of])
  const wantsFocus = useRef(false)
  const active = Math.max(0, Math.min(place, rows - 1))
  // Once the row that is wanted has been drawn.
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    document.getElementById(rowId(active))?.focus({ preventScroll: true })
  })

  /** Goes to a row, scrolls as little as needed, and gives it the focus. */
  function goTo(next: number) {
    const to = Math.max(0, Math.min(rows - 1, next))
    const element = scroller.current
    if (!element || rows === 0) return
    const top = to * rowHeight
    const below = top + rowHeight + headHeight - element.clientHeight + barRoom()
    if (element.scrollTop > top) element.scrollTop = top
    else if (element.scrollTop < below) element.scrollTop = below
    wantsFocus.current = true
    set(to)
    if (to === active) document.getElementById(rowId(to))?.focus({ preventScroll: true })
  }
  function isOnRow(): boolean {
    return (
      document.activeElement?.closest("[data-case]") !== null &&
      scroller.current?.contains(document.activeElement) === true
    )
  }
  /** From no row to the one that had the focus last, else on by so many. */
  const move = (by: number) => goTo(isOnRow() ? active + by : active)
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    arrowdown: event => {
      move(1)
      if (event.shiftKey && active + 1 < rows) onTick(active + 1, { range: true })
    },
    arrowup: event => {
      move(-1)
      if (event.shiftKey && active > 0) onTick(active - 1, { range: true })
    },
    home: () => goTo(0),
    end: () => goTo(rows - 1),
    pagedown: () => move(page()),
    pageup: () => move(-page()),
    enter: () => onOpen(active),
    " ": event => onTick(active, { range: event.shiftKey }),
  }
  return {
    place: active,
    set,
    goTo,
    move,
    isOnRow,
    onKeyDown: (event: KeyboardEvent) => {
      const isRow = (event.target as HTMLElement).localName === "tr"
      const deed = keys[event.key.toLowerCase()]
      // A box or a head that has the focus keeps Space and Enter.
      if (!deed || event.ctrlKey || event.metaKey || event.altKey) return
      if (!isRow && (event.key === " " || event.key === "Enter" || !isOnRow())) return
      event.preventDefault()
      deed(event)
    },
  }
}

/** Rows do not go under the bar that floats over them. */
function barRoom(): number {
  const bar = document.querySelector<HTMLElement>("[data-selection-bar]")
  return bar ? bar.offsetHeight + 24 : 0
}
