import type { Import, ImportField } from "@casepost/shared/imports"
import { Problem } from "@casepost/shared/problems"
import { type Decoded, decodeFile } from "../../csv/decode-file.ts"
import { type Delimiter, findDelimiter, readFile } from "../../csv/read-file.ts"
import { type Conventions, weighConventions } from "../reading/conventions.ts"
import { type Mapping, nameHeadings } from "./map-columns.ts"

/** A file of which is known how to read it; its rows are read again from its text. */
export type OpenedFile = {
  text: string
  encoding: Decoded["encoding"]
  delimiter: Delimiter
  mapping: Mapping
  /** By column. */
  fields: (ImportField | null)[]
  columns: Import["columns"]
  conventions: Conventions
  /** The line of the headings. */
  headingRow: number
  rows: number
}

const mostRows = 100_000
const mostColumns = 200

/** Reads a file once through: its headings, an example of each column, and how it writes amounts and dates. @throws Problem invalid, too-large */
export async function openFile(bytes: Uint8Array, map: (headings: string[]) => Mapping): Promise<OpenedFile> {
  const { text: decoded, encoding } = decodeFile(bytes)
  const { delimiter, text } = findDelimiter(decoded.replace(/^\ufeff/, ""))
  const weighed = weighConventions()
  let opened: Pick<OpenedFile, "mapping" | "fields" | "columns" | "headingRow"> | undefined
  let rows = 0
  for await (const piece of readFile({ text, delimiter }, 1000))
    for (const { row, cells } of piece) {
      if (!opened) {
        opened = openHeadings(row, cells, map)
        continue
      }
      rows++
      if (rows > mostRows)
        throw new Problem("too-large", "An import file can have at most 100,000 rows. Split it in two.")
      for (const [place, field] of opened.fields.entries()) {
        const column = opened.columns[place]
        if (column && !column.sample) column.sample = cells[place]?.slice(0, 100).toWellFormed() ?? ""
        if (field && cells[place]) weighed.see(field, cells[place])
      }
    }
  if (!opened) throw new Problem("invalid", "The file is empty. Export the invoices again and choose that file.")
  return { text, encoding, delimiter, rows, ...opened, conventions: weighed.decide() }
}

function openHeadings(row: number, cells: string[], map: (headings: string[]) => Mapping) {
  if (cells.length > mostColumns)
    throw new Problem("invalid", "The first line has more than 200 columns; it must hold the headings.")
  const headings = nameHeadings(cells)
  const mapping = map(headings)
  const fields = headings.map(heading => mapping[heading] ?? null)
  const columns = headings.map((heading, place) => ({ heading, field: fields[place] ?? null, sample: "" }))
  return { mapping, fields, columns, headingRow: row }
}
