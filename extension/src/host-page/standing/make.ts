/** A host in the page with a closed root and its own styles; nothing about it says whose it is. */
export function makeHost(styles: string, box: HTMLElement): HTMLElement {
  const host = document.createElement("div")
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  // In a closed root `!important` wins over the page's `!important`, in its sheets and in the host's own attribute alike.
  sheet.replaceSync(`:host{all:initial!important;display:contents!important}${styles}`)
  root.adoptedStyleSheets = [sheet]
  root.append(box)
  return host
}

/** An element of HTML, or with `attributes` of SVG: never made from text, which a page may forbid (trusted types). */
export function make(name: string, inside: Node[] = [], attributes?: Record<string, string>): HTMLElement {
  const element = attributes
    ? (document.createElementNS("http://www.w3.org/2000/svg", name) as Element as HTMLElement)
    : document.createElement(name)
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute] ?? "")
  element.append(...inside)
  return element
}
