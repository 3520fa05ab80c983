/** The elements at a point of the window, the uppermost first: into shadow roots, and into frames that are this page's own. */
export function elementsAt(x: number, y: number, ours: Element): Element[] {
  return within(document, { x, y, ours })
}

type Point = { x: number; y: number; ours: Element }

function within(root: Document | ShadowRoot, { x, y, ours }: Point): Element[] {
  return root
    .elementsFromPoint(x, y)
    .filter(element => element.getRootNode() === root && element !== ours)
    .flatMap(element => {
      const shadow = shadowOf(element)
      if (shadow) return [...within(shadow, { x, y, ours }), element]
      const frame = documentOf(element)
      if (!frame) return [element]
      const box = element.getBoundingClientRect()
      const inside = { x: x - box.left - element.clientLeft, y: y - box.top - element.clientTop, ours }
      return [...within(frame, inside), element]
    })
}

/** An element's shadow root, a closed one too: Chrome shows it to extensions. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot
  return element instanceof HTMLElement ? (chrome.dom?.openOrClosedShadowRoot(element) ?? null) : null
}

export function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === "iframe" || element.localName === "frame"
}

/** What a frame shows, where it is of the same origin. */
export function documentOf(element: Element): Document | null {
  if (!isFrame(element)) return null
  try {
    return element.contentDocument
  } catch {
    return null
  }
}

/** Where an element is, in the window: its text rather than the whole line it stands on, as far as the number goes. */
export function boxOf(element: Element, number = ""): DOMRect {
  const own = element.getBoundingClientRect()
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const last = lastOf(element, number)
  if (last) range.setEndAfter(last)
  const text = range.getBoundingClientRect()
  const isTighter = element.localName !== "input" && text.width > 0 && text.height > 0 && text.width < own.width
  const box = isTighter ? text : own
  let [left, top] = [box.left, box.top]
  for (let view = element.ownerDocument.defaultView; view && view !== window; view = view.parent as typeof view) {
    const frame = view.frameElement
    if (!frame) break
    const outer = frame.getBoundingClientRect()
    left += outer.left + frame.clientLeft
    top += outer.top + frame.clientTop
  }
  return new DOMRect(left, top, box.width, box.height)
}

/** The child in which the number ends: what comes after it, such as a badge, was not meant. */
function lastOf(element: Element, number: string): ChildNode | undefined {
  let text = ""
  return [...element.childNodes].find(node => {
    text += node.textContent ?? ""
    return number !== "" && text.includes(number)
  })
}
