import { useRef, useState } from "react"

/** A list that is open under the caret: what fits, where the caret is, and what takes one of them. */
export type CaretList<Item> = {
  items: readonly Item[]
  at: DOMRect
  take: (item: Item) => void
  /** The place that is marked at first; the top one unless given. */
  first?: number
}

/** An open list and its marked place, with the keys that move and take; the focus stays in the text. */
export function useCaretList<Item>() {
  const [list, setList] = useState<CaretList<Item> | undefined>()
  const [active, setActive] = useState(0)
  const now = useRef({ list, active })
  now.current = { list, active }
  return {
    list,
    active,
    point: setActive,
    onList: (next: CaretList<Item> | undefined) => {
      setList(next)
      setActive(next?.first ?? 0)
    },
    onKey: (event: KeyboardEvent) => {
      const { list: open, active: at } = now.current
      if (!open) return false
      const last = open.items.length - 1
      if (event.key === "ArrowDown") setActive(at >= last ? 0 : at + 1)
      else if (event.key === "ArrowUp") setActive(at <= 0 ? last : at - 1)
      else if (event.key === "Enter" || event.key === "Tab") {
        const item = open.items[at]
        if (item !== undefined) open.take(item)
      } else if (event.key === "Escape") setList(undefined)
      else return false
      // The list's keys end here: Esc closes it and nothing around it.
      event.stopPropagation()
      event.preventDefault()
      return true
    },
  }
}
