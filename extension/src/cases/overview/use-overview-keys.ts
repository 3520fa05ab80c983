import { useState } from "react"
import { controlKey, type ListedShortcut } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { words } from "./words"

const said = words.shortcuts

/** The keys of an overview, as `?` lists them. */
export const overviewShortcuts: readonly ListedShortcut[] = [
  { does: said.search, keys: ["/"] },
  { does: said.move, keys: ["J", "K"] },
  { does: said.open, keys: ["Enter"] },
  { does: said.select, keys: ["X"] },
  { does: said.range, keys: ["Shift", "X"] },
  { does: said.all, keys: [controlKey, "A"] },
  { does: said.clear, keys: ["Esc"] },
  { does: said.list, keys: ["?"] },
]

type OverviewKeys = {
  /** The focus is in the case beside the list: its keys are not the list's. */
  isElsewhere: () => boolean
  move: (by: number) => void
  tick: (how: { range: boolean }) => void
  tickAll: () => void
  /** False when nothing is selected. */
  clear: () => unknown
  search: () => void
}

/** J and K walk the rows, X ticks, Shift+X up to here, Ctrl+A what is loaded and then all, Esc clears, `/` searches, `?` lists the keys. */
export function useOverviewKeys(keys: OverviewKeys) {
  const [hasKeys, setKeys] = useState(false)
  const here = (deed: () => unknown) => () => (keys.isElsewhere() ? false : deed())
  useShortcuts({
    j: here(() => keys.move(1)),
    k: here(() => keys.move(-1)),
    x: event => (keys.isElsewhere() ? false : keys.tick({ range: event.shiftKey })),
    "/": () => keys.search(),
    "?": () => setKeys(true),
    escape: here(keys.clear),
    "ctrl+a": event => {
      if (isTyping(event.target) || keys.isElsewhere()) return false
      keys.tickAll()
    },
  })
  return { hasKeys, setKeys }
}

function isTyping(target: EventTarget | null): boolean {
  const typed = "input:not([type=checkbox]), textarea, [contenteditable=true], [role=dialog], [role=menu]"
  return target instanceof HTMLElement && target.closest(typed) !== null
}
