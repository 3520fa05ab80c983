import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"
import type { OverviewMemory } from "./overview-memory"
import type { OverviewView } from "./read-overview"

type KeptPlaceInput = {
  memory: OverviewMemory
  scroller: RefObject<HTMLElement | null>
  /** The rows stand there. */
  isReady: boolean
}

/** How far the list is scrolled, found again on coming back; another filter or order begins at the top. */
export function useKeptPlace(view: OverviewView, { memory, scroller, isReady }: KeptPlaceInput) {
  const key = JSON.stringify(view)
  const kept = memory.of(view.filter.kind)
  const [start] = useState(() =>
    kept.viewKey === key ? { top: kept.top, active: kept.active } : { top: 0, active: 0 },
  )
  const [top, setTop] = useState(start.top)
  const wasReady = useRef(false)
  const shown = useRef(key)
  useLayoutEffect(() => {
    if (!isReady || wasReady.current) return
    wasReady.current = true
    scroller.current?.scrollTo(0, start.top)
  }, [isReady, scroller, start])
  useEffect(() => {
    if (shown.current !== key) scroller.current?.scrollTo(0, 0)
    shown.current = key
    memory.of(view.filter.kind).viewKey = key
  }, [key, memory, scroller, view.filter.kind])
  return {
    /** The row that keys moved from. */
    active: start.active,
    /** To within half a page of rows: what is drawn does not hang on it. */
    top,
    keep: (part: { active: number }) => {
      kept.active = part.active
    },
    onScroll: () => {
      const now = scroller.current?.scrollTop ?? 0
      if (wasReady.current) kept.top = now
      const rough = Math.floor(now / 2_000) * 2_000
      if (rough !== top) setTop(rough)
    },
  }
}
