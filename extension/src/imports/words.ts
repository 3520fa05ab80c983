import type { ImportField, Verdict } from "@casepost/shared/imports"

const count = new Intl.NumberFormat("en-GB")
export const number = (value: number) => count.format(value)
const plural = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`

/** What the import page says. */
export const words = {
  kicker: "Administration settings",
  title: "Import",
  lead: "Case data comes from your own system. Nothing changes before you have seen what would.",
  otherFile: "Other file",
  dropMore: "UTF-8 or Windows-1252, with commas, semicolons or tabs. At most 20 MB.",
  tooLarge: (name: string, megabytes: number) => `${name} is ${megabytes} MB. The limit is 20 MB.`,
  checking: (name: string) => `Checking ${name}`,
  fileFacts: (rows: number, encoding: string, delimiter: string) =>
    `${plural(rows, "row", "rows")}, ${encoding}, ${delimiters[delimiter] ?? delimiter}`,
  mode: "What the file is",
  allOpen: "All open invoices of this administration",
  allOpenMore: "Invoices that are not in the file are closed, after you have seen which.",
  additions: "Additions and changes",
  additionsMore: "Nothing is closed.",
  columns: "Columns",
  columnsToCheck: (toCheck: number) => (toCheck === 0 ? "all recognised" : `${toCheck} to check`),
  notImported: "Not imported",
  rows: "Rows",
  all: "All",
  verdicts: {
    new: "New",
    changed: "Changed",
    unchanged: "Unchanged",
    conflict: "Conflict",
    refused: "Refused",
  } satisfies Record<Verdict, string>,
  conflictKept: "Conflict, ours kept",
  headings: {
    row: "Row",
    invoice: "Invoice",
    customer: "Customer",
    open: "Open",
    due: "Due",
    email: "Email address",
    verdict: "Verdict",
  },
  noRows: "No rows with this verdict",
  more: "Show more rows",
  closes: (closing: number) =>
    `${plural(closing, "open invoice is", "open invoices are")} not in this file and will be closed`,
  closesShare: (percent: string, of: number, amount: string) => `(${percent} % of ${number(of)}, ${amount})`,
  closesAskAgain: "That is more than 20 %, so we ask again.",
  closesLimit: "Above 20 % we ask again.",
  see: (closing: number) => `See the ${number(closing)}`,
  closingTitle: "Invoices that will be closed",
  closingFirst: (shown: number) => `The first ${number(shown)}`,
  refused: (refused: number) =>
    refused === 1
      ? "1 row is refused and stays as it is."
      : `${number(refused)} rows are refused and stay as they are.`,
  download: (refused: number) => (refused === 1 ? "Download it" : "Download them"),
  cancel: "Cancel",
  close: "Close",
  confirm: (rows: number, closing: number) =>
    closing > 0
      ? `Import ${plural(rows, "row", "rows")}, close ${number(closing)}`
      : `Import ${plural(rows, "row", "rows")}`,
  askTitle: (closing: number) => `Close ${plural(closing, "invoice", "invoices")}?`,
  askText: (closing: number, of: number) =>
    `${number(closing)} of ${number(of)} open invoices are not in this file. If the file is not complete, choose “Additions and changes” instead.`,
  askConfirm: (closing: number) => `Import, and close ${number(closing)}`,
  running: "Importing. You can leave this page; it goes on.",
  done: (rows: number) => `${plural(rows, "row", "rows")} imported`,
  doneClosed: (closed: number) => `${plural(closed, "invoice", "invoices")} closed.`,
  doneNothing: "No invoice was closed.",
  failed: "The import stopped",
  failedMore: "Nothing was changed. Check the file again.",
  another: "Import another file",
  last: "Last imports",
  byWhen: (by: string, when: string) => `${by}, ${when}`,
  outcome: (rows: number, closed: number) =>
    closed > 0
      ? `${plural(rows, "row", "rows")}, ${plural(closed, "invoice", "invoices")} closed`
      : plural(rows, "row", "rows"),
  stillRunning: "Running",
  help: "Headings",
  helpLead:
    "The first line names the columns. These names are always recognised; common headings in English, Dutch, German and French are too.",
  sample: "Download a sample",
  example: (example: string) => `such as ${example}`,
  also: (headings: string) => `Also: ${headings}`,
} as const

const delimiters: Record<string, string> = { ";": "semicolons", ",": "commas", "\t": "tabs" }

/** Every field by the name that a column select shows. */
export const fieldNames: Record<ImportField, string> = {
  customerNumber: "Customer number",
  customerName: "Customer name",
  language: "Language",
  contactName: "Contact name",
  salutation: "Salutation",
  emailAddress: "Email address",
  street: "Street",
  postcode: "Postcode",
  city: "City",
  country: "Country",
  invoiceNumber: "Invoice number",
  amount: "Amount",
  openAmount: "Open amount",
  currency: "Currency",
  invoiceDate: "Invoice date",
  dueDate: "Due date",
  state: "State",
  externalId: "External id",
}
