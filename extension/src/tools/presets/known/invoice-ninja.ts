import type { Preset } from "../preset"

/**
 * Invoice Ninja 5. Public source: invoiceninja/ui, src/pages/invoices/routes.tsx, src/pages/invoices/common/components/InvoiceDetails.tsx,
 * src/pages/clients/routes.tsx. Its addresses carry the id of its API; the number is a field of the edit page only.
 */
const reject = { source: "^(?:create|import)?$", flags: "" }

export const invoiceNinja: Preset = {
  name: "Invoice Ninja",
  address: "",
  patternExamples: ["INV-######", "####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:#/)?invoices/(?<id>[^/?#]+)(?:[/?#].*)?$", flags: "" },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        { names: "number", kind: "invoice", from: "value", selector: "input#number" },
      ],
      reject,
    },
    {
      shows: "case",
      path: { source: "^/(?:#/)?clients/(?<id>[^/?#]+)(?:[/?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: '[data-cy="topNavbar"] h2',
      reject,
    },
    {
      shows: "list",
      path: { source: "^/(?:#/)?invoices/?(?:\\?.*)?$", flags: "" },
      fields: [{ names: "number", kind: "invoice", from: "text", selector: 'a[href*="/invoices/"][href$="/edit"]' }],
      rows: { selector: "table tbody tr", ticked: "input[type=checkbox]:checked" },
    },
  ],
}
