/** A row of an open list: the name of a group, or an option; where it lies in pixels. */
type Row = { kind: "group" | "option"; top: number; height: number }

/** Pixels above and below the rows of an open list, together. */
export const listPadding = 8
const rowHeight = 42

/** The rows that touch the stretch from `from` to `to`, found by halving: they stand in order. */
export function rowsBetween<Found extends Row>(rows: readonly Found[], from: number, to: number): readonly Found[] {
  return rows.slice(firstBelow(rows, from), firstBelow(rows, to + rowHeight))
}

/** Pixels high, `most` or less: ends after a whole option, so that none stands there cut through. */
export function wholeRows(rows: readonly Row[], most: number): number {
  const end = rows.at(-1)
  if (!end || end.top + end.height + listPadding <= most) return most
  const last = rowsBetween(rows, 0, most).findLast(
    row => row.kind === "option" && row.top + row.height + listPadding <= most,
  )
  return last ? last.top + last.height + listPadding : most
}

/** The index of the first row that ends below a height. */
function firstBelow(rows: readonly Row[], height: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row && row.top + row.height <= height) low = middle + 1
    else high = middle
  }
  return low
}
