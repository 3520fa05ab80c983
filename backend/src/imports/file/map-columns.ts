import { importHeadings } from "@casepost/shared/import-headings"
import { type ImportField, importFields } from "@casepost/shared/imports"
import { Problem } from "@casepost/shared/problems"
import { plainHeading } from "../../csv/plain-heading.ts"

export type Mapping = Record<string, ImportField | null>

/** Which field each column holds: as asked, else as last time, else by its heading. @throws Problem invalid for a field in two columns */
export function mapColumns(headings: readonly string[], asked: Mapping | undefined, lastTime: Mapping): Mapping {
  const decided = asked ?? lastTime
  const mapping: Mapping = {}
  const taken = new Set<ImportField>()
  for (const heading of headings) {
    if (!asked && !(heading in decided)) continue
    const field = decided[heading] ?? null
    if (field && taken.has(field))
      throw new Problem("invalid", `Two columns are taken as “${field}”; choose one of them.`)
    if (field) taken.add(field)
    mapping[heading] = field
  }
  const guesses = headings
    .filter(heading => !(heading in mapping))
    .flatMap(heading => (known.get(plainHeading(heading)) ?? []).map(guess => ({ heading, ...guess })))
    .sort((one, other) => one.doubt - other.doubt)
  for (const { heading, field } of guesses) {
    if (heading in mapping || taken.has(field)) continue
    taken.add(field)
    mapping[heading] = field
  }
  return Object.fromEntries(headings.map(heading => [heading, mapping[heading] ?? null]))
}

/** Headings as they can be told apart: an empty one by its place, a second of the same name by its number. */
export function nameHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, place) => {
    const heading = cell || `Column ${place + 1}`
    const count = (seen.get(heading) ?? 0) + 1
    seen.set(heading, count)
    return count === 1 ? heading : `${heading} (${count})`
  })
}

/** What a heading may mean; lists end with the same unsure words, which all count from there (`Debiteur`: a number, else a name). */
const known = new Map<string, { field: ImportField; doubt: number }[]>()
for (const field of importFields) {
  const headings = [field, ...importHeadings[field].also.split(", ")]
  for (const [place, heading] of headings.entries())
    known.set(plainHeading(heading), [
      ...(known.get(plainHeading(heading)) ?? []),
      { field, doubt: place - headings.length },
    ])
}
