import { documentOf, type PresetPages } from "./preset-page.ts"

/** After InvoicePlane/InvoicePlane: application/modules/invoices/views/view.php and partial_invoice_table.php, clients/views/view.php. */
const view = (number: string, status = 2) =>
  `<div id="headerbar"><h1 class="headerbar-title"><span>Invoice ${number ? `#${number}` : "ID: 42"}</span></h1></div>
<div id="invoice_form"><h2><a href="/index.php/clients/view/9">Bakkerij Van den Berg B.V.</a></h2><div>Email:&nbsp;<a href="mailto:post@bakkerij.example">post@bakkerij.example</a></div>
<input type="text" id="invoice_number" class="form-control" ${number ? `value="${number}"` : 'placeholder="Not set"'}>
<select id="invoice_status_id" class="simple-select" style="display: none">${["Draft", "Sent"].map((one, at) => `<option value="${at + 1}" ${at + 1 === status ? "selected" : ""}>${one}</option>`).join("")}</select></div>`

const list = `<table class="table table-striped"><tbody>
${["INV-0117", "INV-0118", "77"]
  .map(
    (number, row) =>
      `<tr><td><span class="label">Sent</span></td><td><a href="/index.php/invoices/view/${row}" title="Edit">${number}</a></td><td>01/10/2026</td><td><a href="/index.php/clients/view/${row}">Customer ${row}</a></td><td><ul class="dropdown-menu"><li><a href="/index.php/invoices/view/${row}">Edit</a></li></ul></td></tr>`,
  )
  .join("")}</tbody></table>`

export const invoiceplanePages: PresetPages = {
  address: "https://company.example/invoices-app",
  invoices: [
    {
      url: "https://company.example/invoices-app/index.php/invoices/view/42",
      html: documentOf("InvoicePlane", view("INV-0117")),
      number: "INV-0117",
      externalId: "42",
    },
    {
      url: "https://company.example/invoices-app/invoices/view/42",
      html: documentOf("InvoicePlane", view("INV-0117")),
      number: "INV-0117",
      externalId: "42",
    },
  ],
  customers: [
    {
      url: "https://company.example/invoices-app/index.php/clients/view/9",
      html: documentOf(
        "InvoicePlane",
        '<div id="headerbar"><h1 class="headerbar-title">Bakkerij Van den Berg B.V.</h1><a data-client-id="9">Delete</a></div>',
      ),
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://company.example/invoices-app/index.php/invoices/status/overdue",
      html: documentOf("InvoicePlane", list),
      numbers: ["INV-0117", "INV-0118"],
      ticked: [],
    },
  ],
  drafts: [
    {
      url: "https://company.example/invoices-app/index.php/invoices/view/43",
      html: documentOf("InvoicePlane", view("")),
    },
    {
      url: "https://company.example/invoices-app/index.php/invoices/view/42",
      html: documentOf("InvoicePlane", view("INV-0117", 1)),
    },
  ],
  others: [
    {
      url: "https://company.example/invoices-app/index.php/quotes/view/42",
      html: documentOf(
        "InvoicePlane",
        view("INV-0117").replace("invoice_form", "quote_form").replace("Invoice #", "Quote #"),
      ),
    },
  ],
}
