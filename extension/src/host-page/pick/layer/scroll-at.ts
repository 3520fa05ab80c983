import { elementsAt } from "../pointing/elements-at"

/** The wheel scrolls what lies under the glass: the innermost part of the page, or the page, that can still go that way. */
export function scrollAt(event: WheelEvent, ours: Element): void {
  if (event.ctrlKey) return
  const unit =
    event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? innerHeight : 1
  const [across, down] = event.shiftKey ? [event.deltaY * unit, 0] : [event.deltaX * unit, event.deltaY * unit]
  const first = elementsAt(event.clientX, event.clientY, ours)[0] ?? document.scrollingElement ?? undefined
  for (let element = first; element; element = outer(element)) {
    if (!canScroll(element, { across, down })) continue
    element.scrollBy({ left: across, top: down, behavior: "instant" })
    event.preventDefault()
    return
  }
}

function outer(element: Element): Element | undefined {
  const root = element.getRootNode()
  const above = element.parentElement ?? ("host" in root ? (root as ShadowRoot).host : undefined)
  return above ?? element.ownerDocument.defaultView?.frameElement ?? undefined
}

function canScroll(element: Element, { across, down }: { across: number; down: number }): boolean {
  const isRoot = element === element.ownerDocument.scrollingElement
  const { overflowX, overflowY } = getComputedStyle(element)
  const goes = (is: string, at: number, most: number, by: number) =>
    (isRoot ? is !== "hidden" : /auto|scroll/.test(is)) && most > 1 && (by < 0 ? at > 0 : by > 0 && at < most - 1)
  return (
    goes(overflowY, element.scrollTop, element.scrollHeight - element.clientHeight, down) ||
    goes(overflowX, element.scrollLeft, element.scrollWidth - element.clientWidth, across)
  )
}
