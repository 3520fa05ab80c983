import type { CaseKindFound } from "../findings"
import type { KnownNumber, PickStep } from "./pick-calls"

/** What picking says, in one place. */
export const words = {
  title: "Casepost: point at a number",
  over: "Casepost: what is pointed at",
  bar: "Casepost: pick the invoice number",
  heads: {
    number: "Point at the invoice number",
    customer: "Point at the customer number",
    rows: "Point at the invoice number in one row",
  } satisfies Record<PickStep, string>,
  hints: {
    number: "Click it once. Only the rule is kept, never the page.",
    customer: "Click it once, or skip where this page shows none.",
    rows: "On a list of invoices; the other rows follow.",
  } satisfies Record<PickStep, string>,
  steps: { number: "Invoice number", customer: "Customer", rows: "List rows" } satisfies Record<PickStep, string>,
  done: "done",
  skip: "Skip",
  stop: "Stop",
  nextElement: "next element",
  widerNarrower: "wider, narrower",
  choose: "choose",
  escStops: "stop",
  blocked: "Clicks do not reach the page now",
  usePage: "Use the page",
  usingHead: {
    number: "Open an invoice",
    customer: "Open a page that shows the customer",
    rows: "Open a list of invoices",
  } satisfies Record<PickStep, string>,
  usingHint: "The page works as always.",
  usingFoot: "Press Point when the number is in sight.",
  point: "Point",
  readAs: "Read as",
  number: "number",
  firstNumber: "the number at the beginning",
  wholeText: "the number alone",
  attribute: (name: string) => `number, in the attribute ${name}`,
  inPageHeading: "in the page heading",
  inHeading: "in a heading",
  inField: "in a field",
  inBreadcrumb: "in the breadcrumb",
  inTable: "in a table",
  inNavigation: "in the navigation",
  inList: "in a list",
  inDetails: "in the details",
  inLink: "in a link",
  inTitle: "in the title of the tab",
  onPage: "on the page",
  none: "No number here",
  noneHint: "Point at the number itself.",
  asking: "is looked up …",
  unknown: "is not known to Casepost",
  unasked: "could not be looked up",
  isA: ({ kind, state }: Pick<KnownNumber, "kind" | "state">) =>
    kind === "customer"
      ? "is a customer"
      : kind === "matter"
        ? `is ${withArticle(state)} matter`
        : `is ${withArticle(state)} invoice`,
  otherKind: {
    number: "Point at the invoice number, or press Skip.",
    customer: "Point at the customer's own number, or press Skip.",
    rows: "Point at a number in a row.",
  } satisfies Record<PickStep, string>,
  noRows: "Stands in no list",
  noRowsHint: "Point at a number in one row of a list, or press Skip.",
  rowsRead: (count: number) => `${count} rows are read like this`,
  sealed: "This part of the page is sealed off: no rule can be kept for it. Point somewhere else.",
  noAddress: "This frame has no address of its own: no rule can be kept for it. Point somewhere else.",
  foreign: "Another site's frame",
  foreignHint: "Casepost cannot read inside it. Point somewhere else.",
}

function withArticle(state: KnownNumber["state"]): string {
  return state === "open" ? "an open" : `a ${state}`
}

/** Whether a number of this kind answers what a step asks for. */
export function answers(step: PickStep, kind: CaseKindFound): boolean {
  return step === "customer" ? kind === "customer" : step === "rows" || kind !== "customer"
}
