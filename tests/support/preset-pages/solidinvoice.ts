import { documentOf, type PresetPages } from "./preset-page.ts"

/** After SolidInvoice/SolidInvoice: src/InvoiceBundle/Resources/views/invoice_template.html.twig, Default/view.html.twig. */
const id = "1edf4b9c-65e2-6b8c-9f0e-0242ac120003"
const client = "1edf4b9c-0000-6b8c-9f0e-0242ac120009"
const view = (number: string) =>
  `<div class="card-body"><h2 class="page-header">Invoice #${number} <span class="badge">Pending</span></h2><div class="row invoice-info">
<div class="invoice-col">From:<h4>Van der Meer</h4></div><div class="invoice-col">To:<h4>Bakkerij Van den Berg B.V.</h4><p>INV-9999</p></div>
<div class="invoice-col"><dl><dt>Invoice</dt><dd>${number}</dd><dt>Total</dt><dd>€ 100,00</dd></dl></div></div></div>`

const list = `<table class="table"><tbody>${["INV-0117", "INV-0118"]
  .map(
    (number, row) =>
      `<tr><td><input type="checkbox" ${row === 0 ? "checked" : ""}></td><td><a href="/invoices/view/${id}">${number}</a></td><td>Customer ${row}</td></tr>`,
  )
  .join("")}</tbody></table>`

export const solidinvoicePages: PresetPages = {
  address: "https://solid.company.example",
  invoices: [
    {
      url: `https://solid.company.example/invoices/view/${id}`,
      html: documentOf("Invoice", view("INV-0117")),
      number: "INV-0117",
      externalId: id,
    },
  ],
  customers: [
    {
      url: `https://solid.company.example/clients/view/${client}`,
      html: documentOf("Client", '<h3 class="profile-username">Bakkerij Van den Berg B.V.</h3>'),
      externalId: client,
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://solid.company.example/invoices",
      html: documentOf("Invoices", list),
      numbers: ["INV-0117", "INV-0118"],
      ticked: ["INV-0117"],
    },
  ],
  drafts: [
    { url: "https://solid.company.example/invoices/create", html: documentOf("Create Invoice", "<h1>Create</h1>") },
    {
      url: `https://solid.company.example/invoices/edit/${id}`,
      html: documentOf("Edit Invoice", view("INV-0117")),
    },
  ],
  others: [
    {
      url: `https://solid.company.example/quotes/view/${id}`,
      html: documentOf("Quote", "<h1>Quote 0117</h1>"),
    },
  ],
}
