import { documentOf, type PresetPages } from "./preset-page.ts"

/** After odoo/odoo: addons/account/views/account_move_views.xml, addons/web/static/src/views/list/list_renderer.xml, fields/statusbar/statusbar_field.xml. */
const state = (current: string) =>
  `<div class="o_statusbar_status">${["posted", "draft"]
    .map(one => `<button role="radio" data-value="${one}" aria-checked="${one === current}">${one}</button>`)
    .join("")}</div>`

const form = (name: string, current: string) =>
  `<div class="o_action"><div class="o_form_view">${state(current)}
<div class="oe_title"><span class="o_form_label">Customer Invoice</span><h1><div name="name" class="o_field_widget"><span>${name}</span></div></h1></div>
<div name="partner_id" class="o_field_widget"><a href="/odoo/contacts/9"><span>Bakkerij Van den Berg B.V.</span></a><span>Kade 4</span></div>
<div name="invoice_date" class="o_field_widget"><span>10/01/2026</span></div>
<div class="o_notebook"><div name="ref" class="o_field_widget"><span>PO-7781</span></div><div name="payment_reference" class="o_field_widget"><span>INV/2026/00999</span></div></div></div></div>`

const bill = form("INV/2026/00117", "posted").replace(
  '<div name="invoice_date"',
  '<div name="ref" class="o_field_widget"><span>F-88123</span></div><div name="invoice_date"',
)

const partner = `<div class="o_form_view"><div class="oe_title"><h1><div name="name" class="o_field_widget"><textarea>Bakkerij Van den Berg B.V.</textarea></div></h1></div>
<div name="ref" class="o_field_widget"><input type="text" value="K-10293"></div></div>`

const list = `<div class="o_list_renderer"><table class="o_list_table"><thead><tr><th class="o_list_record_selector"><input type="checkbox"></th><th data-name="name">Number</th></tr></thead><tbody>
${["INV/2026/00117", "INV/2026/00118", "INV/2026/00119", "/"]
  .map(
    (number, row) =>
      `<tr class="o_data_row"><td class="o_list_record_selector"><input type="checkbox" ${row < 2 ? "checked" : ""}></td><td class="o_data_cell" name="name">${number}</td><td class="o_data_cell" name="invoice_partner_display_name">Customer ${row}</td></tr>`,
  )
  .join("")}</tbody></table></div>`

export const odooPages: PresetPages = {
  address: "https://erp.company.example",
  invoices: [
    {
      url: "https://erp.company.example/odoo/customer-invoices/42",
      html: documentOf("INV/2026/00117 - Odoo", form("INV/2026/00117", "posted")),
      number: "INV/2026/00117",
      externalId: "42",
    },
    {
      url: "https://erp.company.example/odoo/contacts/9/action-267/42?debug=1",
      html: documentOf("INV/2026/00117 - Odoo", form("INV/2026/00117", "posted")),
      number: "INV/2026/00117",
      externalId: "42",
    },
    {
      url: "https://erp.company.example/web#id=42&cids=1&menu_id=115&action=267&model=account.move&view_type=form",
      html: documentOf("INV/2026/00117 - Odoo", form("INV/2026/00117", "posted")),
      number: "INV/2026/00117",
      externalId: "42",
    },
  ],
  customers: [
    {
      url: "https://erp.company.example/odoo/contacts/9",
      html: documentOf("Bakkerij Van den Berg B.V. - Odoo", partner),
      number: "K-10293",
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
    {
      url: "https://erp.company.example/web#model=res.partner&id=9&view_type=form",
      html: documentOf("Bakkerij Van den Berg B.V. - Odoo", partner),
      number: "K-10293",
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://erp.company.example/odoo/customer-invoices",
      html: documentOf("Invoices - Odoo", list),
      numbers: ["INV/2026/00117", "INV/2026/00118", "INV/2026/00119"],
      ticked: ["INV/2026/00117", "INV/2026/00118"],
    },
    {
      url: "https://erp.company.example/web#action=267&model=account.move&view_type=list",
      html: documentOf("Invoices - Odoo", list),
      numbers: ["INV/2026/00117", "INV/2026/00118", "INV/2026/00119"],
      ticked: ["INV/2026/00117", "INV/2026/00118"],
    },
  ],
  drafts: [
    {
      url: "https://erp.company.example/odoo/customer-invoices/43",
      html: documentOf("Draft - Odoo", form("Draft", "draft")),
    },
    {
      // Was issued once, and is being changed: it keeps its number.
      url: "https://erp.company.example/odoo/customer-invoices/42",
      html: documentOf("INV/2026/00117 - Odoo", form("INV/2026/00117", "draft")),
    },
    {
      url: "https://erp.company.example/odoo/customer-invoices/new",
      html: documentOf("New - Odoo", form("/", "draft")),
    },
  ],
  others: [
    {
      url: "https://erp.company.example/odoo/action-268/42",
      html: documentOf("INV/2026/00117 - Odoo", bill),
    },
    {
      url: "https://erp.company.example/odoo/vendor-bills/42",
      html: documentOf("INV/2026/00117 - Odoo", form("INV/2026/00117", "posted")),
    },
  ],
}
