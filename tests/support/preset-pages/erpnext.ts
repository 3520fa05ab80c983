import { documentOf, type PresetPages } from "./preset-page.ts"

/** After frappe/frappe: frappe/public/js/frappe/form/controls/base_control.js, form/controls/base_input.js, list/list_view.js, ui/page.html. Earlier pages stay, hidden. */
const form = (title: string, customer: string, { isShown = true, canWrite = false, state = "Overdue" } = {}) =>
  `<div class="content page-container" style="${isShown ? "" : "display: none"}"><div class="page-head"><h3 class="title-text">${title}</h3><span class="indicator-pill"><span>${state}</span></span></div>
<div class="form-layout"><div class="frappe-control" data-fieldname="customer"><div class="control-input" style="${canWrite ? "" : "display: none"}"><input type="text" data-fieldtype="Link" value="${customer}"></div><div class="control-value like-disabled-input" style="${canWrite ? "display: none" : ""}">${customer}</div></div></div>
<div class="new-timeline"><div class="timeline-content">changed the value of Status from <b>Draft</b> to <b>${state}</b></div></div></div>`

const list = `<div class="content page-container"><div class="result">
${["ACC-SINV-2026-00117", "ACC-SINV-2026-00118"]
  .map(
    (name, row) =>
      `<div class="list-row-container"><div class="level list-row"><input type="checkbox" class="list-row-checkbox" data-name="${name}" ${row === 1 ? "checked" : ""}><a href="/app/sales-invoice/${name}">Bakkerij ${row}</a></div></div>`,
  )
  .join("")}</div></div>`

export const erpnextPages: PresetPages = {
  address: "https://erp.company.example",
  invoices: [
    {
      url: "https://erp.company.example/app/sales-invoice/ACC-SINV-2026-00117",
      html: documentOf(
        "Bakkerij Van den Berg",
        form("Fietsen Smit", "Fietsen Smit", { isShown: false }) + form("Bakkerij Van den Berg", "CUST-0009"),
      ),
      number: "ACC-SINV-2026-00117",
    },
    {
      url: "https://erp.company.example/desk/sales-invoice/ACC%2FSINV%2F00117",
      html: documentOf("Bakkerij", form("Bakkerij", "CUST-0009")),
      number: "ACC/SINV/00117",
    },
  ],
  customers: [
    {
      url: "https://erp.company.example/app/customer/CUST-0009",
      html: documentOf("CUST-0009", form("Bakkerij Van den Berg B.V.", "")),
      number: "CUST-0009",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://erp.company.example/app/sales-invoice/view/list",
      html: documentOf("Sales Invoice", list),
      numbers: ["ACC-SINV-2026-00117", "ACC-SINV-2026-00118"],
      ticked: ["ACC-SINV-2026-00118"],
    },
    {
      url: "https://erp.company.example/app/sales-invoice?status=Overdue",
      html: documentOf("Sales Invoice", list),
      numbers: ["ACC-SINV-2026-00117", "ACC-SINV-2026-00118"],
      ticked: ["ACC-SINV-2026-00118"],
    },
  ],
  drafts: [
    {
      url: "https://erp.company.example/app/sales-invoice/new-sales-invoice-qkzkfbzjtm",
      html: documentOf("New Sales Invoice", form("New Sales Invoice", "CUST-0009", { canWrite: true })),
    },
    {
      url: "https://erp.company.example/app/sales-invoice/ACC-SINV-2026-00117",
      html: documentOf("Bakkerij", form("Bakkerij", "CUST-0009", { canWrite: true, state: "Nog niet ingediend" })),
    },
  ],
  others: [
    {
      url: "https://erp.company.example/app/purchase-invoice/ACC-SINV-2026-00117",
      html: documentOf("ACC-SINV-2026-00117", form("ACC-SINV-2026-00117", "")),
    },
  ],
}
