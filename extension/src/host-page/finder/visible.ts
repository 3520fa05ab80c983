/** Whether somebody who looks at the page can see an element: laid out, of some size, not moved out of the page, not transparent. */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false
  const box = element.getBoundingClientRect()
  // Texts for screen readers only are cut to a pixel, or stand far outside.
  if (box.width <= 2 || box.height <= 2) return element.getClientRects().length > 1
  return box.right + scrollX > 0 && box.bottom + scrollY > 0 && box.left + scrollX < 100_000
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
