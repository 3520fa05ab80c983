import { words } from "../words"
import type { Reading } from "./read-numbers"

/** In words, where a number stands and how it is told from the rest: `Read as “Invoice” + number, in the page heading`. */
export function howItIsRead(element: Element, reading: Reading): string {
  return `${words.readAs} ${shape(reading)}, ${placeOf(element)}`
}

function shape({ before, after, from, attribute }: Reading): string {
  if (from === "attribute") return words.attribute(attribute ?? "")
  if (before) return `“${shortened(before)}” + ${words.number}`
  return after ? words.firstNumber : words.wholeText
}

function shortened(text: string): string {
  const last = text.split(" ").slice(-3).join(" ")
  return last.length > 24 ? `…${last.slice(-24)}` : last
}

const places: readonly [selector: string, words: string][] = [
  ["h1", words.inPageHeading],
  ["h2, h3, h4, h5, h6, [role=heading]", words.inHeading],
  ["input, textarea, select", words.inField],
  ["[aria-label*=readcrumb], [class*=crumb]", words.inBreadcrumb],
  ["td, th, [role=cell], [role=gridcell]", words.inTable],
  ["nav, [role=navigation]", words.inNavigation],
  ["li, [role=listitem]", words.inList],
  ["dd, dt, dl", words.inDetails],
  ["a[href]", words.inLink],
]

function placeOf(element: Element): string {
  return places.find(([selector]) => element.closest(selector))?.[1] ?? words.onPage
}
