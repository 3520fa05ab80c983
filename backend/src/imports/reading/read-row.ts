import { Address } from "@casepost/shared/addresses"
import { Currency } from "@casepost/shared/cases"
import { hasControlCharacters } from "@casepost/shared/contract"
import type { ImportField } from "@casepost/shared/imports"
import type { Conventions } from "./conventions.ts"
import { readAmount } from "./read-amount.ts"
import { readDate } from "./read-date.ts"
import { readLanguage, readState } from "./read-words.ts"

/** A row by field: canonical where it could be read, as in the file where not. Empty cells say nothing and are left out. */
export type Values = Partial<Record<ImportField, string>>

const longest: Partial<Record<ImportField, number>> = {
  customerNumber: 64,
  invoiceNumber: 64,
  customerName: 300,
  postcode: 20,
  city: 120,
  externalId: 120,
}

/** Reads the cells of a row; what cannot be read is said in words, such as `“1.318,2O” is not an amount`. */
export function readRow(
  cells: readonly string[],
  fields: readonly (ImportField | null)[],
  conventions: Conventions,
): { values: Values; refused: string | null } {
  const values: Values = {}
  const reasons: string[] = []
  for (const [place, field] of fields.entries()) {
    // An apostrophe before a sign is how spreadsheets and our own download keep text from being a formula.
    const text = cells[place]?.replace(/^'(?=[=+\-@])/, "") ?? ""
    if (!field || text === "") continue
    const { value, reason } = readCell(field, text, conventions)
    values[field] = value ?? text
    if (reason) reasons.push(reason)
  }
  return { values, refused: reasons.length > 0 ? reasons.join("; ") : null }
}

function readCell(field: ImportField, text: string, conventions: Conventions): { value?: string; reason?: string } {
  const or = (value: string | undefined, what: string) =>
    value === undefined ? { reason: `“${text}” is not ${what}` } : { value }
  switch (field) {
    case "amount":
    case "openAmount":
      return or(readAmount(text, conventions.decimal), "an amount")
    case "invoiceDate":
    case "dueDate":
      return or(readDate(text, conventions.order), "a date")
    case "emailAddress":
      return or(Address.safeParse(text).data, "an e-mail address")
    case "currency":
      return or(Currency.safeParse(text === "€" ? "EUR" : text.toUpperCase()).data, "a currency")
    case "country":
      return or(/^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : undefined, "a country code of two letters")
    case "language":
      return or(readLanguage(text), "one of the languages nl, en, de and fr")
    case "state":
      return or(readState(text), "open, paid or closed")
    default: {
      const most = longest[field] ?? 200
      if (text.length > most) return { reason: `“${text.slice(0, 40)}…” is longer than ${most} characters` }
      return hasControlCharacters(text) ? { reason: `“${text}” holds control characters` } : { value: text }
    }
  }
}
