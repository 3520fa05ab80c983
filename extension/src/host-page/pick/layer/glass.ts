/** A pane of ours that takes events: what happens on it is heard here only. */
export type Glass = {
  element: HTMLElement
  /** Where it is drawn on. */
  pane: HTMLElement
  hear: <Type extends keyof HTMLElementEventMap>(type: Type, heard: (event: HTMLElementEventMap[Type]) => void) => void
  focus: () => void
}

/**
 * An empty document of our own in a frame: a page does not even see that something is pressed on it, not with a listener on its window either. Where the
 * page is sandboxed such a frame cannot be reached; then it is an element of the shadow root, and `guard` holds off what it can.
 */
export function layGlass(root: ShadowRoot, of: { name: string; title: string; style: string; isDark: boolean }): Glass {
  const frame = document.createElement("iframe")
  frame.className = of.name
  frame.title = of.title
  root.append(frame)
  const inner = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!inner?.body || !view) {
    frame.remove()
    return layElement(root, of)
  }
  inner.documentElement.lang = "en"
  inner.documentElement.dataset.theme = of.isDark ? "dark" : "light"
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(of.style)
  inner.adoptedStyleSheets = [sheet]
  return {
    element: frame,
    pane: inner.body,
    hear: (type, heard) =>
      inner.addEventListener(type, event => event.isTrusted && heard(event as never), {
        capture: true,
        passive: false,
      }),
    focus: () => {
      frame.focus({ preventScroll: true })
      view.focus()
    },
  }
}

function layElement(root: ShadowRoot, of: { name: string; title: string; isDark: boolean }): Glass {
  const element = document.createElement("div")
  element.className = of.name
  element.tabIndex = -1
  element.setAttribute("role", "group")
  element.setAttribute("aria-label", of.title)
  element.dataset.theme = of.isDark ? "dark" : "light"
  root.append(element)
  return {
    element,
    pane: element,
    hear: (type, heard) =>
      element.addEventListener(type, event => event.isTrusted && heard(event as never), {
        capture: true,
        passive: false,
      }),
    focus: () => element.focus({ preventScroll: true }),
  }
}
