import { useLayoutEffect, useState } from "react"

type Windowed = {
  /** What scrolls, once it is there: the rows come later than the list. */
  scroller: HTMLElement | null
  count: number
  /** Of every row, in pixels. */
  height: number
}

/** Rows beyond what is in sight, so that scrolling never shows a gap. */
const beyond = 8

/** Which rows of a long list of equal rows are drawn: those in sight and a few around them. */
export function useWindowedRows({ scroller, count, height }: Windowed) {
  const [view, setView] = useState({ top: 0, height: 800 })
  useLayoutEffect(() => {
    const element = scroller
    if (!element) return
    const ends = new AbortController()
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    const watch = new ResizeObserver(look)
    watch.observe(element)
    element.addEventListener("scroll", look, { signal: ends.signal, passive: true })
    return () => {
      watch.disconnect()
      ends.abort()
    }
  }, [scroller])
  const from = Math.max(0, Math.floor(view.top / height) - beyond)
  const to = Math.min(count, Math.ceil((view.top + view.height) / height) + beyond)
  return {
    from: Math.min(from, to),
    to,
    /** How many rows lie wholly below what is in sight. */
    below: Math.max(0, count - Math.ceil((view.top + view.height) / height)),
    /** Scrolls just so far that a row is in sight. */
    show: (row: number) => {
      const element = scroller
      if (!element) return
      const top = row * height
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + height > element.scrollTop + element.clientHeight)
        element.scrollTop = top + height - element.clientHeight
    },
  }
}
