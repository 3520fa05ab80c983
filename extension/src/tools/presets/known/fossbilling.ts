import type { Preset } from "../preset"

/**
 * FOSSBilling. Public source: FOSSBilling/FOSSBilling, src/modules/Invoice/Controller/Admin.php,
 * src/modules/Invoice/templates/admin/mod_invoice_invoice.html.twig, mod_invoice_index.html.twig. The prefix of its address can be changed
 * (`admin_area_prefix`): then it belongs to the tool's address.
 */
export const fossbilling: Preset = {
  name: "FOSSBilling",
  address: "",
  patternExamples: ["FOSS#####"],
  pages: [
    {
      shows: "case",
      path: { source: "^/(?:admin/)?invoice/manage/(?<id>\\d+)/?(?:[?#].*)?$", flags: "" },
      fields: [
        { names: "external-id", kind: "invoice", from: "group", group: "id" },
        { names: "number", kind: "invoice", from: "text", selector: ".breadcrumb-item.active", pattern: number() },
        { names: "number", kind: "invoice", from: "text", selector: "h3.card-title", pattern: number() },
        {
          names: "external-id",
          kind: "customer",
          from: "attribute",
          selector: '#tab-info a[href*="client/manage/"]',
          attribute: "href",
          pattern: { source: "client/manage/(\\d+)", flags: "" },
        },
      ],
    },
    {
      shows: "case",
      path: { source: "^/(?:admin/)?client/manage/(?<id>\\d+)/?(?:[?#].*)?$", flags: "" },
      fields: [{ names: "external-id", kind: "customer", from: "group", group: "id" }],
      heading: "h3.card-title",
    },
    {
      shows: "list",
      path: { source: "^/(?:admin/)?invoice/?(?:[?#].*)?$", flags: "" },
      fields: [
        {
          names: "number",
          kind: "invoice",
          from: "text",
          selector: 'td a[href*="invoice/manage/"]',
          pattern: number(),
        },
      ],
      rows: { selector: "table tbody tr", ticked: "input.batch-delete-checkbox:checked" },
    },
  ],
}

/** Series and number at the end: at least a letter or sign before five digits, or more digits. */
function number() {
  return { source: "#?(\\S*\\d{5,})\\s*$", flags: "" }
}
