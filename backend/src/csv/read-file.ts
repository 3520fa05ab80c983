import { Readable } from "node:stream"
import { Problem } from "@casepost/shared/problems"
import { CsvError, parse } from "csv-parse"

export const delimiters = [",", ";", "\t"] as const
export type Delimiter = (typeof delimiters)[number]

/** A row of the file: its line, the heading being 1, and its cells, trimmed, on one line each. */
export type FileRow = { row: number; cells: string[] }

/** What separates the cells: what a `sep=` line says, else what makes most columns of the first lines. */
export function findDelimiter(text: string): { delimiter: Delimiter; text: string } {
  const said = /^sep=([,;\t])\r?\n/i.exec(text)
  if (said) return { delimiter: said[1] as Delimiter, text: text.slice(said[0].length) }
  const [first = "", second = ""] = text.split(/\r\n|\n|\r/, 2).map(line => line.replace(/"[^"]*"/g, ""))
  const columns = (delimiter: string, line: string) => line.split(delimiter).length
  const score = (delimiter: string) =>
    columns(delimiter, first) * 2 + (columns(delimiter, first) === columns(delimiter, second) ? 1 : 0)
  const [best] = delimiters.toSorted((one, other) => score(other) - score(one))
  return { delimiter: best ?? ",", text }
}

/** The rows of the file in pieces of at most `size`, so that a large file never stands in memory as cells. @throws Problem invalid */
export async function* readFile(
  { text, delimiter }: { text: string; delimiter: Delimiter },
  size: number,
): AsyncGenerator<FileRow[]> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      delimiter,
      // Said, because the parser would take the first one it meets for all: a file put together of two has both.
      record_delimiter: ["\r\n", "\n", "\r"],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  )
  let rows: FileRow[] = []
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const linesInside = record.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0)
      const cells = record.map(cell => cell.replace(/\s+/g, " ").trim())
      if (cells.every(cell => cell === "")) continue
      rows.push({ row: info.lines - linesInside, cells })
      if (rows.length < size) continue
      yield rows
      rows = []
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new Problem(
        "invalid",
        "The file cannot be read to its end: a quotation mark that opens a cell is never closed.",
      )
    throw error
  }
  if (rows.length > 0) yield rows
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}
