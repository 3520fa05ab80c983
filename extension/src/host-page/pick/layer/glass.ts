import type { PickView } from "../pick-calls"

/** A pane of ours that takes events: what happens on it is heard here only. */
export type Glass = {
  element: HTMLElement
  /** Where it is drawn on. */
  pane: HTMLElement
  hear: <Type extends keyof HTMLElementEventMap>(type: Type, heard: (event: HTMLElementEventMap[Type]) => void) => void
  focus: () => void
}

/** `style`: for a document of its own, in whose `html` and `body` it begins. */
type Pane = { name: string; title: string; style: string; view: Pick<PickView, "isDark" | "font"> }

/**
 * An empty document of our own in a frame: a page does not even see that something is pressed on it, not with a listener on its window either. Where the
 * page is sandboxed such a frame cannot be reached; then it is an element of the shadow root, and `guard` holds off what it can.
 */
export function layGlass(root: ShadowRoot, of: Pane): Glass {
  const frame = document.createElement("iframe")
  frame.className = of.view.isDark ? `${of.name} dark` : of.name
  frame.title = of.title
  root.append(frame)
  const inner = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!inner?.body || !view) {
    frame.remove()
    return layElement(root, of)
  }
  inner.documentElement.lang = "en"
  inner.documentElement.dataset.theme = of.view.isDark ? "dark" : "light"
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(of.style)
  inner.adoptedStyleSheets = [sheet]
  if (of.view.font) addFont(inner, { view, font: of.view.font })
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

/** Given as bytes, it is no request that a page could see or forbid. */
function addFont(inner: Document, { view, font }: { view: Window & typeof globalThis; font: string }): void {
  const bytes = Uint8Array.from(atob(font), letter => letter.charCodeAt(0))
  inner.fonts.add(new view.FontFace("Inter Variable", bytes, { weight: "100 900" }))
}

function layElement(root: ShadowRoot, of: Pane): Glass {
  const element = document.createElement("div")
  element.tabIndex = -1
  element.setAttribute("role", "group")
  element.setAttribute("aria-label", of.title)
  element.className = of.view.isDark ? `${of.name} dark` : of.name
  const pane = document.createElement("div")
  element.append(pane)
  root.append(element)
  const own = new CSSStyleSheet()
  own.replaceSync(
    of.style
      .replaceAll('html[data-theme="dark"]', `.${of.name}.dark > div`)
      .replaceAll(/^(html, body|html|body)(?= \{)/gm, `.${of.name} > div`),
  )
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 3), own]
  return {
    element,
    pane,
    hear: (type, heard) =>
      element.addEventListener(type, event => event.isTrusted && heard(event as never), {
        capture: true,
        passive: false,
      }),
    focus: () => element.focus({ preventScroll: true }),
  }
}
