import { type RefObject, useEffect, useState } from "react"

/** How many rows (`data-row`) of a scrolling list stand below what can be seen. */
export function useBelow(list: RefObject<HTMLElement | null>, rows: number): number {
  const [below, setBelow] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows, another count
  useEffect(() => {
    const box = list.current
    if (!box) return
    const count = () => {
      const bottom = box.getBoundingClientRect().bottom
      const hidden = [...box.querySelectorAll("[data-row]")].filter(
        row => row.getBoundingClientRect().top >= bottom - 8,
      )
      setBelow(hidden.length)
    }
    const sizes = new ResizeObserver(count)
    sizes.observe(box)
    box.addEventListener("scroll", count, { passive: true })
    count()
    return () => {
      sizes.disconnect()
      box.removeEventListener("scroll", count)
    }
  }, [list, rows])
  return below
}
