import type { Language } from "@casepost/shared/organisations"
import { inEnglish } from "../../ui/text/language-names"

/** What choosing a standard message says. */
export const words = {
  label: "Standard message",
  none: "None",
  search: "Search",
  key: "/",
  list: "Standard messages",
  lastUsed: "Last used",
  all: "All standard messages",
  count: (found: number, total: number) =>
    found === total ? inFigures(total) : `${inFigures(found)} of ${inFigures(total)}`,
  found: (count: number) => (count === 1 ? "1 standard message" : `${inFigures(count)} standard messages`),
  copies: (count: number) => `CC ${count}`,
  copiesSaid: (count: number) => `${count} in CC or BCC`,
  files: (count: number) => (count === 1 ? "1 file" : `${count} files`),
  noText: (language: Language) => `no ${inEnglish[language]}`,
  preview: "Preview",
  previewOf: (description: string) => `Preview of ${description}`,
  languageOfCustomer: "language of this customer",
  inLanguage: (language: Language) => `Text in ${inEnglish[language]}`,
  addsCc: (names: string) => `Adds CC ${names}`,
  addsBcc: (names: string) => `Adds BCC ${names}`,
  leftOut: (names: string) => `${names} is no longer available and is left out`,
  invoicePdf: "Invoice PDF",
  noInvoicePdf: "No invoice PDF here",
  noSubject: "No subject of its own",
  move: "move",
  language: "language",
  use: "use",
  back: "back",
  clear: (description: string) => `Take out ${description}`,
  nothingFound: (typed: string) => `No standard message with “${typed}”. `,
  showAll: "Show all",
  noneYet: (administration: string) => `${administration} has no standard messages yet. `,
  add: "Add standard message",
  askAdministrator: "An administrator adds them in the administration settings, under Messages.",
  notLoaded: (why: string) => `The standard messages could not be loaded. ${why} `,
  tryAgain: "Try again",
} as const

function inFigures(count: number): string {
  return count.toLocaleString("en-GB")
}
