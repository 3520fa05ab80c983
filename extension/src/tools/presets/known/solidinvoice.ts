import type { Preset } from "../preset"

/**
 * SolidInvoice. Public source: SolidInvoice/SolidInvoice, src/InvoiceBundle/Resources/config/routing.php,
 * src/InvoiceBundle/Resources/views/invoice_template.html.twig, Default/view.html.twig; src/ClientBundle/Resources/config/routing.php.
 */
const id = "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-HJKMNP-TV-Z]{26}"

export const solidinvoice: Preset = {
  name: "SolidInvoice",
  address: "",
  patternExamples: ["INV-####"],
  pages: [
    {
      shows: "case",
      path: { source: `^/invoices/view/(?<id>${id})(?:[/?#].*)?$`, flags: "i" },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        {
          // Older versions show the id there, which is no number.
          names: "number",
          kind: "invoice",
          from: "text",
          selector: ".invoice-info .invoice-col:nth-child(3) dd",
          pattern: { source: `^(?!(?:${id})$)\\S+$`, flags: "i" },
        },
        {
          names: "number",
          kind: "invoice",
          from: "text",
          selector: "h2.page-header",
          pattern: { source: "#\\s*(\\S+)", flags: "" },
        },
      ],
    },
    {
      shows: "case",
      path: { source: `^/clients/view/(?<id>${id})(?:[/?#].*)?$`, flags: "i" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: "h3.profile-username",
    },
    {
      // Being written or changed: not issued, or no longer what was issued.
      shows: "case",
      path: { source: "^/invoices/(?<id>create|edit)(?:[/?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "invoice", from: "group", group: "id" }],
      reject: { source: "^(?:create|edit)$", flags: "" },
    },
    {
      shows: "list",
      path: { source: "^/invoices/?(?:[?#].*)?$", flags: "" },
      fields: [{ names: "number", kind: "invoice", from: "text", selector: 'td a[href*="/invoices/view/"]' }],
      rows: { selector: "table tbody tr", ticked: "input[type=checkbox]:checked" },
    },
  ],
}
