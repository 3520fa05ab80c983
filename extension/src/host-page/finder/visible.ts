import { parentOf } from "../parent-of"

/** Whether somebody who looks at the page can see an element: laid out, of some size, not moved or cut out of the page, not transparent. */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false
  const box = element.getBoundingClientRect()
  const { scrollX, scrollY } = element.ownerDocument.defaultView ?? window
  // Texts for screen readers only are cut to a pixel, or stand far outside.
  if (box.width <= 2 || box.height <= 2) return element.getClientRects().length > 1
  if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.left + scrollX >= 100_000) return false
  return !isCutAway(element, box)
}

/** Whether a box around it cuts all of it away: a shut panel, a slide beside the one that is shown. What can be scrolled to is seen. */
function isCutAway(element: Element, box: DOMRect): boolean {
  const own = getComputedStyle(element)
  if (isClipped(own)) return true
  let { position } = own
  const { body } = element.ownerDocument
  // What overflows the document or its body can be scrolled to.
  for (let outer = around(element); outer && outer !== body && position !== "fixed"; outer = around(outer)) {
    const style = getComputedStyle(outer)
    if (style.display === "contents") continue
    if (isClipped(style)) return true
    const isHolder = style.position !== "static" || style.transform !== "none"
    // Boxes between it and what it is placed in do not cut it.
    if (position === "absolute" && !isHolder) continue
    position = style.position
    const [cutsX, cutsY] = [cuts(style.overflowX), cuts(style.overflowY)]
    if ((!cutsX && !cutsY) || style.display === "inline") continue
    const edge = outer.getBoundingClientRect()
    if (cutsX && (edge.width <= 2 || box.right <= edge.left || box.left >= edge.right)) return true
    if (cutsY && (edge.height <= 2 || box.bottom <= edge.top || box.top >= edge.bottom)) return true
  }
  return false
}

/** Clipped to nothing by itself, as texts for screen readers are. */
function isClipped({ clip, clipPath, position }: CSSStyleDeclaration): boolean {
  if (/^inset\((?:[5-9]\d|100)%/.test(clipPath) || /^circle\(0(?:px|%)?[ )]/.test(clipPath)) return true
  return position === "absolute" && /^rect\((\d+)px,? (\d+)px,? \1px,? \2px\)$/.test(clip)
}

function cuts(overflow: string): boolean {
  return overflow === "hidden" || overflow === "clip"
}

/** The element around another one as it is shown: into and out of shadow trees. */
export function around(element: Element): Element | null {
  // An element of another document is none of this one's `Element`s.
  return element.assignedSlot ?? parentOf(element) ?? element.parentElement
}

/** The frames that this document stands in, the innermost first, as far as they are of the same origin. */
export function holders(): Element[] {
  const all: Element[] = []
  for (let holder = frameElement; holder; holder = holder.ownerDocument.defaultView?.frameElement ?? null)
    all.push(holder)
  return all
}

/** The first visible match: applications keep pages in the document that are not shown. `>>>` goes into an open shadow root. */
export function firstVisible(selector: string, within: ParentNode = document): Element | undefined {
  return allMatches(selector, within).find(isVisible)
}

/** At most 500 matches; none for what is no selector. */
export function allMatches(selector: string, within: ParentNode = document): Element[] {
  try {
    return selector.split(">>>").reduce<ParentNode[]>(
      (roots, part, step) =>
        roots.flatMap(root => {
          const inside = step === 0 ? root : (root as Element).shadowRoot
          return inside ? [...inside.querySelectorAll(part.trim())].slice(0, 500) : []
        }),
      [within],
    ) as Element[]
  } catch {
    return []
  }
}
