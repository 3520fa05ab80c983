import { type RefObject, useLayoutEffect, useState } from "react"

/** Rows drawn beyond each edge, so that scrolling shows no gap. */
const beyond = 12

export type RowWindow = { first: number; last: number }

/**
 * Which rows of a long list are in sight; all are equally high, so nothing has to be measured and no library is needed. Only these
 * are drawn, however many there are.
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  { rows, rowHeight }: { rows: number; rowHeight: number },
): RowWindow {
  const [inSight, setInSight] = useState<RowWindow>({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const next = rowsInSight({ top: element.scrollTop, height: element.clientHeight, rowHeight })
      setInSight(now => (now.first === next.first && now.last === next.last ? now : next))
    }
    look()
    element.addEventListener("scroll", look, { passive: true })
    const size = new ResizeObserver(look)
    size.observe(element)
    return () => {
      element.removeEventListener("scroll", look)
      size.disconnect()
    }
  }, [scroller, rowHeight])
  return { first: Math.min(inSight.first, Math.max(0, rows - 1)), last: Math.min(inSight.last, rows) }
}

/** From the first row to be drawn to the one after the last; in steps of four, so that not every pixel draws anew. */
export function rowsInSight(sight: { top: number; height: number; rowHeight: number }): RowWindow {
  const step = 4
  const first = Math.floor(sight.top / sight.rowHeight / step) * step - beyond
  const last = Math.ceil((sight.top + sight.height) / sight.rowHeight / step) * step + beyond
  return { first: Math.max(0, first), last }
}

/** How wide an element is now, 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    setWidth(element.current.clientWidth)
    const size = new ResizeObserver(([seen]) => seen && setWidth(seen.contentRect.width))
    size.observe(element.current)
    return () => size.disconnect()
  }, [element])
  return width
}
