import { isVisible } from "../../finder/visible"
import { makeSelector } from "./make-selector"
import { type Reading, readNumbers } from "./read-numbers"

/** A list that an element stands in: every row has such a number. */
export type FoundRows = {
  /** Of all its rows. */
  selector: string
  /** Of the number within a row; the row's own where it is the number itself. */
  field: string
  /** What is read in each row, and where. */
  read: { element: Element; number: string }[]
}

const mostLevels = 10
const mostRows = 500

/** From one pointed number to its list: the nearest ancestor that has siblings in which the same place shows the same sort of number. */
export function findRows(element: Element, reading: Reading): FoundRows | undefined {
  let row: Element | null = element
  for (let level = 0; row && level < mostLevels; level++) {
    const found = rowsFrom(row, { element, reading })
    if (found) return found
    row = row.parentElement
  }
  return undefined
}

function rowsFrom(row: Element, { element, reading }: { element: Element; reading: Reading }): FoundRows | undefined {
  const container = row.parentElement
  if (!container) return undefined
  const rows = [...container.children].filter(({ localName }) => localName === row.localName).slice(0, mostRows)
  if (rows.length < 2) return undefined
  const field = row === element ? CSS.escape(row.localName) : makeSelector(element, row)
  if (!field) return undefined
  const read = rows.filter(isVisible).flatMap(one => {
    const place = one.matches(field) ? one : [...one.querySelectorAll(field)].find(isVisible)
    const found = place ? readNumbers(place).find(other => isSameSort(other, reading)) : undefined
    return place && found ? [{ element: place, number: found.number }] : []
  })
  // Two numbers side by side are no list; the same number twice is one thing shown twice.
  if (new Set(read.map(({ number }) => number)).size < 2) return undefined
  const holder = makeSelector(container, undefined, true)
  return holder ? { selector: `${holder} > ${CSS.escape(row.localName)}`, field, read } : undefined
}

/** `VF-2026-04183` and `VF-2026-99`: the same but for how many digits stand in it. */
function isSameSort(one: Reading, other: Reading): boolean {
  return one.from === other.from && one.attribute === other.attribute && shapeOf(one.number) === shapeOf(other.number)
}

function shapeOf(number: string): string {
  return number.toLowerCase().replace(/\d+/g, "#")
}
