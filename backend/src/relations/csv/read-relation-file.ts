import { Problem } from "@casepost/shared/problems"
import { mostImportedRelations, mostRelationFileBytes } from "@casepost/shared/relations"
import { decodeFile } from "../../csv/decode-file.ts"
import { plainHeading } from "../../csv/plain-heading.ts"
import { type FileRow, findDelimiter, readFile } from "../../csv/read-file.ts"
import { withoutApostrophe } from "../../csv/write-csv.ts"

/** A line of the file, by column. `surplus`: it has cells that no heading stands above. */
export type RelationLine = { line: number; name: string; address: string; administrations: string; surplus: boolean }

/** Reads a CSV file of relations as spreadsheets and address books write it. @throws Problem too-large, invalid */
export async function readRelationFile(contentBase64: string): Promise<RelationLine[]> {
  const bytes = Buffer.from(contentBase64, "base64")
  if (bytes.byteLength > mostRelationFileBytes) throw new Problem("too-large", "The file can have at most 2 MB.")
  const decoded = decodeFile(bytes)
  const { delimiter, text } = findDelimiter(decoded.text.replace(/^\ufeff/, ""))
  const lines: RelationLine[] = []
  let columns: Columns | undefined
  for await (const piece of readFile({ text, delimiter }, 1000))
    for (const row of piece) {
      if (columns) lines.push(readLine(row, columns))
      else columns = findColumns(row.cells)
      if (lines.length > mostImportedRelations)
        throw new Problem("too-large", "The file can have at most 5,000 relations. Split it in two.")
    }
  if (!columns || lines.length === 0) throw new Problem("invalid", "The file holds no relations. Choose another file.")
  return lines
}

const columnNames = { name: "Name", address: "Email address", administrations: "Administrations" }
type Column = keyof typeof columnNames
type Columns = Record<Column, number> & { width: number }

/** Headings that are taken for a column, compared without case, accents, spaces and punctuation. */
const headings: Record<Column, string> = {
  name:
    "Name, Naam, Nom, Relation, Relation name, Relatie, Relatienaam, Full name, Display name, Volledige naam, Vollständiger Name, " +
    "Nom complet, Company, Company name, Bedrijf, Bedrijfsnaam, Firma, Société, Contact, Contactpersoon, Kontakt",
  address:
    "Email address, Address, E-mail, Mail, E-mailadres, Mailadres, Adres, E-Mail-Adresse, Mailadresse, Adresse, Adresse e-mail, " +
    "Adresse mail, Courriel, Adresse électronique, Mél, E-mail 1 - Value",
  administrations:
    "Administrations, Administration, Administraties, Administratie, Administrationen, Verwaltungen, Verwaltung, Mandanten, Mandant, " +
    "Available in, Beschikbaar in, Verfügbar in, Disponible dans",
}
const meant = new Map(
  (Object.keys(headings) as Column[]).flatMap(column =>
    headings[column].split(", ").map(heading => [plainHeading(heading), column] as const),
  ),
)

function findColumns(cells: string[]): Columns {
  const found: Partial<Record<Column, number>> = {}
  for (const [place, cell] of cells.entries()) {
    const column = meant.get(plainHeading(withoutApostrophe(cell)))
    if (!column) continue
    if (found[column] !== undefined)
      throw new Problem(
        "invalid",
        `The columns “${cells[found[column]]}” and “${cell}” can both be the ${columnNames[column].toLowerCase()}. Take one of them out.`,
      )
    found[column] = place
  }
  const { name, address, administrations } = found
  if (name !== undefined && address !== undefined && administrations !== undefined)
    return { name, address, administrations, width: cells.length }
  const missing = (Object.keys(columnNames) as Column[]).filter(column => found[column] === undefined)
  throw new Problem(
    "invalid",
    `The first line must name the columns Name, Email address and Administrations (Naam, E-mailadres, Administraties). Missing: ${missing.map(column => columnNames[column]).join(", ")}.`,
  )
}

function readLine({ row, cells }: FileRow, columns: Columns): RelationLine {
  const cell = (column: Column) => withoutApostrophe(cells[columns[column]] ?? "")
  return {
    line: row,
    name: cell("name"),
    address: cell("address"),
    administrations: cell("administrations"),
    surplus: cells.slice(columns.width).some(Boolean),
  }
}
