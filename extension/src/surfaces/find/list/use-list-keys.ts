import { type KeyboardEvent, type RefObject, useEffect } from "react"
import { lettersAreOn } from "../../../ui/keyboard/letters"

/**
 * Arrow keys, J and K, Home and End walk the rows of a list (`data-row`). The first row takes the focus where nothing else has it, so that
 * Enter opens it at once.
 */
export function useListKeys(list: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>("[data-row]")?.focus()
  }, [list])
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = rows()
    const at = all.findIndex(row => row.contains(document.activeElement) || row === document.activeElement)
    const next = placeAfter(event.key, { at, last: all.length - 1 })
    if (next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }
}

function placeAfter(key: string, { at, last }: { at: number; last: number }): number | undefined {
  if (key === "ArrowDown" || (key === "j" && lettersAreOn())) return Math.min(last, at + 1)
  if (key === "ArrowUp" || (key === "k" && lettersAreOn())) return Math.max(0, at - 1)
  if (key === "Home") return 0
  if (key === "End") return last
  return undefined
}
