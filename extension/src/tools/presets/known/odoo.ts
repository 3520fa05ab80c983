import type { FieldRule, PageRule } from "../../../host-page/rules"
import type { Preset } from "../preset"

/**
 * Odoo 16 to 18. Public source: odoo/odoo, addons/web/static/src/core/browser/router.js (both forms of the address),
 * addons/account/views/account_move_views.xml, addons/web/static/src/views/fields/statusbar, views/list/list_renderer.xml.
 */
const invoiceFields: FieldRule[] = [
  { names: "external-id", kind: "invoice", from: "group", group: "id" },
  { names: "number", kind: "invoice", from: "text", selector: '.o_form_view .oe_title h1 [name="name"]' },
]
const invoice = {
  shows: "case",
  fields: invoiceFields,
  // `action-267` may be anything: an invoice has a number in its title and an invoice date.
  needs: ['.o_form_view .oe_title h1 [name="name"]', '.o_form_view [name="invoice_date"]'],
  reject: { source: "^(?:/|draft|concept|entwurf|brouillon|new|nieuw)?$", flags: "i" },
  drafts: ['.o_statusbar_status [data-value="draft"][aria-checked="true"]'],
  // The same model, path and fields: but only a bill has its vendor's reference above the tabs.
  foreign: ['.o_form_view [name="ref"]:not(.o_notebook *)'],
} satisfies Partial<PageRule>

const list = {
  shows: "list",
  fields: [{ names: "number", kind: "invoice", from: "text", selector: 'td[name="name"]' }],
  reject: invoice.reject,
  rows: { selector: ".o_list_renderer tr.o_data_row", ticked: ".o_list_record_selector input:checked" },
} satisfies Partial<PageRule>

const partnerFields: FieldRule[] = [
  { names: "external-id", kind: "customer", from: "group", group: "id" },
  { names: "number", kind: "customer", from: "value", selector: '.o_form_view [name="ref"] input' },
  { names: "number", kind: "customer", from: "text", selector: '.o_form_view [name="ref"]' },
]
const partner = {
  shows: "case",
  fields: partnerFields,
  heading: '.o_form_view .oe_title h1 [name="name"]',
} satisfies Partial<PageRule>

export const odoo: Preset = {
  name: "Odoo",
  address: "",
  patternExamples: ["INV/####/#####"],
  pages: [
    {
      ...invoice,
      path: {
        source: "^/odoo/(?:.*/)?(?:customer-invoices|action-[\\w.]+|account\\.move)/(?<id>\\d+)(?:[?#].*)?$",
        flags: "",
      },
    },
    {
      ...invoice,
      path: {
        source: "^/web/?(?:\\?[^#]*)?#(?=(?:.*&)?model=account\\.move(?:&|$))(?=(?:.*&)?id=(?<id>\\d+)(?:&|$))",
        flags: "",
      },
    },
    newOf("^/odoo/(?:.*/)?(?:customer-invoices|account\\.move)/(?<id>new)(?:[?#].*)?$"),
    {
      ...partner,
      path: { source: "^/odoo/(?:.*/)?(?:customers|contacts|res\\.partner)/(?<id>\\d+)(?:[?#].*)?$", flags: "" },
    },
    {
      ...partner,
      path: {
        source: "^/web/?(?:\\?[^#]*)?#(?=(?:.*&)?model=res\\.partner(?:&|$))(?=(?:.*&)?id=(?<id>\\d+)(?:&|$))",
        flags: "",
      },
    },
    { ...list, path: { source: "^/odoo/(?:.*/)?customer-invoices/?(?:[?#].*)?$", flags: "" } },
    {
      ...list,
      path: {
        source: "^/web/?(?:\\?[^#]*)?#(?=(?:.*&)?model=account\\.move(?:&|$))(?=(?:.*&)?view_type=list(?:&|$))",
        flags: "",
      },
    },
  ],
}

function newOf(source: string): PageRule {
  return { shows: "case", path: { source, flags: "" }, fields: invoiceFields, reject: invoice.reject }
}
