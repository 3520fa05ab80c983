const fields = "input:not([type=hidden]), textarea, select, [role=combobox], [contenteditable=true]"

/**
 * As the `ref` of a window that opens: gives the focus to its first field; without fields to the button that confirms, but in an alert
 * to the first one, which leaves. What is still loading gets it once it is there, unless a key or the pointer was used meanwhile.
 */
export function giveFirstFocus(window: HTMLElement | null): (() => void) | undefined {
  if (!window) return undefined
  const ends = new AbortController()
  const watch = new MutationObserver(place)
  ends.signal.addEventListener("abort", () => watch.disconnect())
  for (const used of ["keydown", "pointerdown"])
    window.addEventListener(used, () => ends.abort(), { capture: true, signal: ends.signal })
  watch.observe(window, { childList: true, subtree: true, attributeFilter: ["disabled"] })
  place()
  function place() {
    const holder = document.activeElement
    const isElsewhere = holder !== window && window?.contains(holder)
    if (!isElsewhere) firstIn(window as HTMLElement)?.focus()
    if (document.activeElement !== window && window?.contains(document.activeElement)) ends.abort()
  }
  return () => ends.abort()
}

function firstIn(window: HTMLElement): HTMLElement | undefined {
  const [field] = [...window.querySelectorAll<HTMLElement>(fields)].filter(canHold)
  if (field) return field
  const buttons = [...window.querySelectorAll<HTMLElement>("[data-foot] button")]
  const wanted = window.role === "alertdialog" ? buttons[0] : buttons.at(-1)
  return wanted && canHold(wanted) ? wanted : undefined
}

function canHold(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility()
}
