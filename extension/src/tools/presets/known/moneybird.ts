import type { Preset } from "../preset"

/**
 * Moneybird. Its pages are not public; its addresses are those of public examples and of developer.moneybird.com: a numeric administration, then
 * numeric ids. So cases are found by their external ids, and bound where their number can be read on the page.
 */
export const moneybird: Preset = {
  name: "Moneybird",
  address: "https://moneybird.com/{administration}",
  patternExamples: ["####-####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:external_)?sales_invoices/(?<id>\\d+|new)(?:[/?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "invoice", from: "group", group: "id" }],
      reject: { source: "^new$", flags: "" },
    },
    {
      shows: "case",
      path: { source: "^/contacts/(?<id>\\d+|new)(?:[/?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      reject: { source: "^new$", flags: "" },
    },
  ],
}
