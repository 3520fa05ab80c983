import { type Reading, readNumbers, textOf } from "../rule/read-numbers"
import { documentOf, isFrame } from "./elements-at"

/** What is pointed at, and the numbers that can be read there. */
export type Target = {
  element: Element
  readings: Reading[]
  /** Why no rule can be kept for the element itself: a frame without an address of its own, a frame of another site. */
  sealed?: "no-address" | "foreign"
}

const mostLooked = 16

/** Of what lies under the pointer, the uppermost thing that shows a number; else the uppermost thing. Covers without text do not count. */
export function targetOf(stack: readonly Element[]): Target | undefined {
  const seen = stack.slice(0, mostLooked).filter(element => !/^(html|body)$/.test(element.localName))
  for (const element of seen) {
    if (isFrame(element) && !documentOf(element)) return { element, readings: [], sealed: "foreign" }
    const [first] = readNumbers(element)
    if (first && isInnermost(element, first)) return asTarget(wholeNumber(element))
  }
  const [top] = seen
  return top && asTarget(top)
}

/** An element and what is read in it, whatever it is. */
export function asTarget(element: Element): Target {
  const sealed = sealOf(element)
  return { element, readings: readNumbers(element), ...(sealed ? { sealed } : {}) }
}

function sealOf(element: Element): Target["sealed"] {
  return /^https?:$/.test(element.ownerDocument.location?.protocol ?? "") ? undefined : "no-address"
}

/** None of its children holds the number by itself: what surrounds it is not what was meant. */
export function isInnermost(element: Element, { number, from }: Reading): boolean {
  if (from !== "text") return true
  return ![...element.children].some(child => textOf(child).includes(number))
}

/** Where a number is put together of pieces (`<b>VF-</b><b>2026</b>`), the element that holds all of it. */
export function wholeNumber(element: Element): Element {
  const own = textOf(element)
  let whole = element
  if (own === "" || own.length > 40) return whole
  for (let piece = element, level = 0; isInline(piece) && piece.parentElement && level < 3; level++) {
    piece = piece.parentElement
    const isLonger = readNumbers(piece).some(
      ({ number, from }) => from === "text" && number.length > own.length && number.includes(own),
    )
    if (isLonger) whole = piece
  }
  return whole
}

/** Pieces of one line of text: cells and blocks beside each other are not put together. */
function isInline(element: Element): boolean {
  return /^(inline|contents)$/.test(getComputedStyle(element).display)
}
