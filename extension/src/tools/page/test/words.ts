import type { CaseKind } from "@casepost/shared/cases"
import type { FoundBy } from "../../../host-page/findings"

const plural = (value: number, one: string, many: string) =>
  `${value.toLocaleString("en-GB")} ${value === 1 ? one : many}`
const kinds = { customer: "Customer", matter: "Matter", invoice: "Invoice" } as const satisfies Record<CaseKind, string>
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" })

/** What testing a tool on a page says. */
export const words = {
  title: (name: string) => `Test ${name || "this tool"} on a page`,
  lead: "With the rules as they stand here, saved or not. Nothing of the page is kept.",
  whichPage: "Open pages of the tool",
  noTabs: "No page of this tool is open. Open one that shows an invoice; it appears here.",
  openTool: "Open the tool",
  notAllowed: (origin: string) =>
    `This browser does not allow Casepost on ${origin} yet, so none of its pages can be read.`,
  allow: "Allow here",
  test: "Test on this page",
  testAgain: "Test again",
  unknownAdministration:
    "What stands at {administration} in this page’s address is not in the table: nothing on the page was looked up. Add a row for it.",
  readsNone: "“Looks for case numbers” is off: this is what would be found with it on.",
  steps: (frames: number) =>
    frames > 1 ? `Where it looked, most trusted first (${frames} frames)` : "Where it looked, most trusted first",
  places: {
    address: "Address of the page",
    element: "Places pointed at, and the preset’s",
    data: "Data in the page (JSON-LD, microdata)",
    title: "Title",
    selection: "Selected text",
    pattern: "Number patterns, in what can be seen",
    email: "E-mail addresses",
  } satisfies Record<FoundBy, string>,
  nothingThere: "nothing found",
  unknown: {
    number: "no case of yours has this number",
    "external-id": "no case of yours has this id",
    address: "no customer has this address",
  },
  more: (more: number) => `and ${more} more`,
  caseInWords: (kind: CaseKind, { number, customerName }: { number: string; customerName: string }) =>
    kind === "customer" ? `Customer ${number}, ${customerName}` : `${kinds[kind]} ${number}, ${customerName}`,
  bound: {
    address: "Recognised, from the page’s address.",
    element: "Recognised, from its place on the page.",
    data: "Recognised, from the data in the page.",
    title: "Recognised, from the page title.",
    selection: "Recognised, from the selected text.",
    pattern: "Recognised, from a number on the page.",
    email: "Recognised, from an e-mail address on the page.",
  } satisfies Record<FoundBy, string>,
  list: (cases: number) => `${plural(cases, "case", "cases")} on this list`,
  listMore: "They can be ticked in the panel and messaged together.",
  offered: (cases: number) => `${plural(cases, "case is", "cases are")} offered, none is taken`,
  offeredMore: "None is certain enough. Point at the number that says which page this is.",
  none: {
    draft: { title: "A draft", more: () => "New, draft and hidden records are never recognised." },
    unknown: {
      title: "A number that Casepost does not know",
      more: (numbers: readonly string[]) =>
        `${listed.format(numbers)}: import it, or look whether it is read from the right place.`,
    },
    nothing: { title: "No case on this page", more: () => "Point at the number, or give a number pattern." },
    nothingOnCase: {
      title: "The right page, but no number in its place",
      more: () => "The page is known, and what should stand there does not. Point at the number again.",
    },
  },
} as const
