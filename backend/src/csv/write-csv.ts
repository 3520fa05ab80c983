/** The bytes of a CSV file that spreadsheets read as UTF-8 and take no cell of for a formula. */
export function writeCsv(lines: readonly (readonly string[])[], delimiter: string): Uint8Array {
  const text = lines.map(cells => cells.map(cell => quoted(withoutFormula(cell))).join(delimiter)).join("\r\n")
  // The byte order mark is how spreadsheets know.
  return new TextEncoder().encode(`\ufeff${text}\r\n`)
}

/** A cell as `writeCsv` was given it: the apostrophe that keeps a spreadsheet from running it is taken away. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell
}

/** A spreadsheet would run a cell that begins so (OWASP, CSV injection); a plain negative amount is none of these. */
function withoutFormula(cell: string): string {
  return isFormula(cell) && !/^-[\d.,]+$/.test(cell) ? `'${cell}` : cell
}

/** Full-width signs count in East Asian settings; what begins with apostrophes before one gets one more, so that reading gives it back. */
function isFormula(cell: string): boolean {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(cell)
}

function quoted(cell: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
