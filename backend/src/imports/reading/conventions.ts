import type { ImportField } from "@casepost/shared/imports"
import { type DecimalSign, decimalEvidence } from "./read-amount.ts"
import { type DateOrder, dateEvidence } from "./read-date.ts"

/** How a file writes what can be read in two ways. */
export type Conventions = { decimal: DecimalSign; order: DateOrder }

const amounts: ReadonlySet<ImportField> = new Set(["amount", "openAmount"])
const dates: ReadonlySet<ImportField> = new Set(["invoiceDate", "dueDate"])

/** Collects, cell by cell, what a file shows of how it is written; without any evidence days come first. */
export function weighConventions(): { see: (field: ImportField, text: string) => void; decide: () => Conventions } {
  const seen = { ",": 0, ".": 0, "day-first": 0, "month-first": 0 }
  return {
    see: (field, text) => {
      const shown = amounts.has(field) ? decimalEvidence(text) : dates.has(field) ? dateEvidence(text) : undefined
      if (shown) seen[shown]++
    },
    decide: () => ({
      decimal: seen[","] === seen["."] ? undefined : seen[","] > seen["."] ? "," : ".",
      order: seen["month-first"] > seen["day-first"] ? "month-first" : "day-first",
    }),
  }
}
