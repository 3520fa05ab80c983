import type { Preset } from "../preset"

/**
 * InvoicePlane. Public source: InvoicePlane/InvoicePlane, application/modules/invoices/views/view.php, partial_invoice_table.php,
 * application/modules/clients/views/view.php. An invoice without a number is not issued yet: a draft.
 */
export const invoiceplane: Preset = {
  name: "InvoicePlane",
  address: "",
  patternExamples: ["INV-####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:index\\.php/)?invoices/view/(?<id>\\d+)/?(?:[?#].*)?$", flags: "" },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        { names: "number", kind: "invoice", from: "value", selector: "input#invoice_number" },
        {
          names: "external-id",
          kind: "customer",
          from: "attribute",
          selector: '#invoice_form h2 a[href*="clients/view/"]',
          attribute: "href",
          pattern: { source: "clients/view/(\\d+)", flags: "" },
        },
        { names: "address", kind: "customer", from: "text", selector: '#invoice_form a[href^="mailto:"]' },
      ],
      reject: { source: "^$", flags: "" },
      // A draft may have its number already (setting generate_invoice_number_for_draft).
      drafts: ['#invoice_form:has(#invoice_status_id option[value="1"]:checked)'],
    },
    {
      shows: "case",
      path: { source: "^/(?:index\\.php/)?clients/view/(?<id>\\d+)(?:[/?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: "#headerbar h1.headerbar-title",
    },
    {
      shows: "list",
      path: { source: "^/(?:index\\.php/)?invoices(?:/(?:index|status(?:/[^?#]*)?))?/?(?:[?#].*)?$", flags: "" },
      // A row without a number shows the id instead, which is no number: only what has more than digits is read.
      fields: [
        {
          names: "number",
          kind: "invoice",
          from: "text",
          selector: 'td a[href*="invoices/view/"]:not(ul a)',
          pattern: { source: "^.*[^\\d\\s].*$", flags: "" },
        },
      ],
      rows: { selector: "table tbody tr" },
    },
  ],
}
