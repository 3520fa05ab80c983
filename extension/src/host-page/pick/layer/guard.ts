/** What a page could do something with. Scrolling is left alone. */
const pressed = [
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "touchstart",
  "touchend",
  "dragstart",
  "submit",
] as const
const keys = ["keydown", "keyup", "keypress"] as const
const moves = ["pointermove", "mousemove", "pointerover", "mouseover", "pointerenter", "mouseenter"] as const

type Strays = { onPress: (event: MouseEvent) => void; onKey: (event: KeyboardEvent) => void }

/**
 * Holds off what gets past the glass (something of the page that came into the top layer later, a focus that the page took): real events
 * are stopped before the page's elements and handled as if they had come to us. What the page itself makes up is not ours to stop.
 * @returns what ends it
 */
export function guard(host: HTMLElement, { onPress, onKey }: Strays): () => void {
  const over = new AbortController()
  const isStray = (event: Event) => event.isTrusted && event.target !== host
  const listen = (types: readonly string[], heard: (event: Event) => void) => {
    for (const type of types)
      window.addEventListener(
        type,
        event => {
          if (!isStray(event)) return
          event.stopImmediatePropagation()
          heard(event)
        },
        { capture: true, passive: false, signal: over.signal },
      )
  }
  listen(pressed, event => {
    event.preventDefault()
    if (event.type === "pointerdown") onPress(event as MouseEvent)
  })
  listen(moves, () => {})
  listen(keys, event => {
    if (event.type === "keydown") onKey(event as KeyboardEvent)
    else if (!isBrowsers(event as KeyboardEvent)) event.preventDefault()
  })
  return () => over.abort()
}

/** Reloading, closing the tab, the developer tools: the browser's own, and never ours. */
export function isBrowsers(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)
}
