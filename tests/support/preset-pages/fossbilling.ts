import { documentOf, type PresetPages } from "./preset-page.ts"

/** After FOSSBilling/FOSSBilling: src/modules/Invoice/templates/admin/mod_invoice_invoice.html.twig and mod_invoice_index.html.twig. */
const view = (number: string) =>
  `<ol class="breadcrumb"><li class="breadcrumb-item"><a href="/admin/invoice">Invoices</a></li><li class="breadcrumb-item active">${number}</li></ol>
<div class="card"><h3 class="card-title">Invoice ${number}</h3><div id="tab-info"><table><tr><td>Client</td><td><a href="/admin/client/manage/9">Bakkerij Van den Berg B.V.</a></td></tr></table></div></div>`

const list = `<h3 class="card-title">Invoices</h3><table class="table"><thead><tr><th><input type="checkbox" class="batch-delete-master-checkbox" checked></th></tr></thead><tbody>
${["FOSS00117", "FOSS00118"]
  .map(
    (number, row) =>
      `<tr><td><input type="checkbox" class="batch-delete-checkbox" data-item-id="${row}" ${row === 0 ? "checked" : ""}></td><td><a href="/admin/invoice/manage/${row}">${number}</a></td><td><a href="/admin/client/manage/${row}">Customer ${row}</a></td><td><a href="/admin/invoice/manage/${row}"></a></td></tr>`,
  )
  .join("")}</tbody></table>`

export const fossbillingPages: PresetPages = {
  address: "https://billing.company.example",
  invoices: [
    {
      url: "https://billing.company.example/admin/invoice/manage/42",
      html: documentOf("Invoice", view("FOSS00117")),
      number: "FOSS00117",
      externalId: "42",
    },
  ],
  customers: [
    {
      url: "https://billing.company.example/admin/client/manage/9",
      html: documentOf("Client", '<h3 class="card-title">Bakkerij Van den Berg B.V.</h3>'),
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://billing.company.example/admin/invoice?status=unpaid",
      html: documentOf("Invoices", list),
      numbers: ["FOSS00117", "FOSS00118"],
      ticked: ["FOSS00117"],
    },
  ],
  drafts: [
    {
      url: "https://billing.company.example/admin/invoice/manage/42",
      html: documentOf(
        "Invoice Draft #12345",
        view("Draft #12345").replace(
          "<tr>",
          '<tr><td>Number:</td><td>Draft #12345 <span class="badge text-bg-secondary">Draft</span></td></tr><tr>',
        ),
      ),
    },
  ],
  others: [
    {
      url: "https://billing.company.example/admin/order/manage/42",
      html: documentOf("Order", '<h3 class="card-title">Order 42</h3>'),
    },
  ],
}
