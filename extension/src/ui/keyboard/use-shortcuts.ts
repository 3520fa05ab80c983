import { useEffect, useRef } from "react"
import { lettersAreOn } from "./letters"

/**
 * Keys of a surface: `{ m: openMessage, "/": search, "ctrl+enter": send }`. Single characters work only while nobody types and
 * no window, menu or list has the focus; `ctrl+` is the command key on a Mac and works while typing. Return false to let a key pass.
 */
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>

/** Listens on the page while mounted. Keys are lower case: `j`, `?`, `.`, `enter`, `ctrl+shift+c`. */
export function useShortcuts(shortcuts: Shortcuts, isOn = true): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    if (!isOn) return
    const ends = new AbortController()
    document.addEventListener(
      "keydown",
      event => {
        const deed = latest.current[nameOf(event)]
        if (!deed || event.defaultPrevented || event.isComposing) return
        const isLetter = event.key.length === 1
        if (!hasControl(event) && ((isLetter && !lettersAreOn()) || isBusyElsewhere(event.target))) return
        if (deed(event) !== false) event.preventDefault()
      },
      { signal: ends.signal },
    )
    return () => ends.abort()
  }, [isOn])
}

function hasControl(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  if (!hasControl(event)) return event.altKey ? "" : key
  return `ctrl+${event.shiftKey ? "shift+" : ""}${key}`
}

/** Somebody types, or a window, menu or list over the page has the focus: its keys are not ours. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  const typed = "input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox], [role=combobox]"
  return target.closest(`${typed}, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]`) !== null
}
