import type { CaseKind } from "@casepost/shared/cases"

const nouns: Record<CaseKind, [string, string]> = {
  customer: ["customer", "customers"],
  matter: ["matter", "matters"],
  invoice: ["invoice", "invoices"],
}
export const number = (count: number) => count.toLocaleString("en-GB")
export const cases = (count: number) => (count === 1 ? "1 case" : `${number(count)} cases`)
export const messages = (count: number) => (count === 1 ? "1 message" : `${number(count)} messages`)

/** "12 invoices" */
export function chosen(kind: CaseKind, count: number): string {
  return `${number(count)} ${nouns[kind][count === 1 ? 0 : 1]}`
}

/** "Jansen", "Jansen and Smit", "Jansen, Smit and Kok" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ""
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`
}

/** "20 seconds", "4 minutes", "2 hours" */
export function durationInWords(seconds: number): string {
  if (seconds <= 1) return "1 second"
  if (seconds < 10) return `${Math.round(seconds)} seconds`
  if (seconds < 55) return `${Math.round(seconds / 5) * 5} seconds`
  if (seconds < 90) return "1 minute"
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`
  return `${Math.round(seconds / 3_600)} hours`.replace(/^1 hours/, "1 hour")
}
