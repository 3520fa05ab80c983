import type { Preset } from "../preset"

/**
 * Akaunting. Public source: akaunting/akaunting, routes/admin.php, resources/views/sales/invoices/show.blade.php,
 * resources/views/components/layouts/admin/*.blade.php, components/documents/template/default.blade.php. The first segment is the company.
 */
export const akaunting: Preset = {
  name: "Akaunting",
  address: "",
  patternExamples: ["INV-#####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:\\d+/)?sales/invoices/(?<id>\\d+|create)/?(?:[?#].*)?$", flags: "" },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        {
          names: "number",
          kind: "invoice",
          from: "text",
          selector: "#header [data-page-title-first] h1",
          pattern: { source: ":\\s*(\\S+)", flags: "" },
        },
        {
          names: "number",
          kind: "invoice",
          from: "title",
          pattern: { source: ":\\s*(\\S+)\\s+-\\s", flags: "" },
        },
        {
          names: "external-id",
          kind: "customer",
          from: "attribute",
          selector: '.print-template a[href*="/sales/customers/"]',
          attribute: "href",
          pattern: { source: "/sales/customers/(\\d+)", flags: "" },
        },
      ],
      reject: { source: "^create$", flags: "" },
      // A draft has a number, and a message that says so (components/documents/show/content.blade.php, lang/*/invoices.php).
      drafts: [".bg-red-100 b"],
    },
    {
      shows: "case",
      path: { source: "^/(?:\\d+/)?sales/customers/(?<id>\\d+|create)/?(?:[?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: "#header h1",
      reject: { source: "^create$", flags: "" },
    },
    {
      shows: "list",
      path: { source: "^/(?:\\d+/)?sales/invoices/?(?:[?#].*)?$", flags: "" },
      fields: [{ names: "number", kind: "invoice", from: "text", selector: 'a[href*="/sales/invoices/"]' }],
      rows: { selector: "table tbody tr", ticked: "input[type=checkbox]:checked" },
    },
  ],
}
