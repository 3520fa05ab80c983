/** A host in the page with a closed root and its own styles; nothing about it says whose it is. */
export function makeHost(styles: string, box: HTMLElement): HTMLElement {
  const host = make("div")
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  // In a closed root `!important` wins over the page's `!important`, in its sheets and in the host's own attribute alike.
  sheet.replaceSync(`:host{all:initial!important;display:contents!important}${styles}`)
  root.adoptedStyleSheets = [sheet]
  root.append(box)
  return host
}

/** An element, never made from markup, which a page may forbid (trusted types). */
export function make(name: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  element.append(...inside)
  return element
}
