import { around } from "./visible"

/** A layer that takes this part of the window is a page of its own. */
const ofPage = 0.6

/**
 * Whether another page lies over an element: applications leave the record they come from in its place, under the one they show. Not what a
 * dialog dims, and not what has to be scrolled to.
 */
export function isCovered(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false
  let top = document.elementFromPoint(x, y)
  while (top && top !== document.body && !contains(top, element)) {
    if (isLayer(top)) return true
    top = around(top)
  }
  return false
}

function contains(outer: Element, element: Element): boolean {
  for (let one: Element | null = element; one; one = around(one)) if (one === outer) return true
  return false
}

function isLayer(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  if (width * height < innerWidth * innerHeight * ofPage) return false
  const { backgroundColor, opacity } = getComputedStyle(element)
  return Number(opacity) > 0.95 && !/^transparent$|^rgba\(/.test(backgroundColor)
}
