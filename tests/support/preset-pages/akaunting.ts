import { documentOf, type PresetPages } from "./preset-page.ts"

/** After akaunting/akaunting: resources/views/sales/invoices/show.blade.php, components/layouts/admin, components/documents. */
const header = (title: string) => `<div id="header"><div data-page-title-first><h1>${title}</h1></div></div>`

const list = `${header("Invoices")}<table class="table"><tbody>
${["INV-00117", "INV-00118"]
  .map(
    (number, row) =>
      `<tr class="row"><td><input type="checkbox" data-bulk-action="${row}" ${row === 1 ? "checked" : ""}></td><td><a class="col-aka" href="/1/sales/invoices/${row}">${number}</a></td><td>Customer ${row}</td></tr>`,
  )
  .join("")}</tbody></table>`

export const akauntingPages: PresetPages = {
  address: "https://books.company.example/{administration}",
  invoices: [
    {
      url: "https://books.company.example/1/sales/invoices/42",
      html: documentOf(
        "Invoice: INV-00117 - Van der Meer",
        `${header("Invoice: INV-00117")}<div class="print-template"><a href="/1/sales/customers/9">Bakkerij Van den Berg B.V.</a></div>`,
      ),
      number: "INV-00117",
      externalId: "42",
    },
  ],
  customers: [
    {
      url: "https://books.company.example/1/sales/customers/9",
      html: documentOf("Bakkerij Van den Berg B.V. - Van der Meer", header("Bakkerij Van den Berg B.V.")),
      externalId: "9",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://books.company.example/1/sales/invoices?search=status:sent",
      html: documentOf("Invoices - Van der Meer", list),
      numbers: ["INV-00117", "INV-00118"],
      ticked: ["INV-00118"],
    },
  ],
  drafts: [
    {
      url: "https://books.company.example/1/sales/invoices/42",
      html: documentOf(
        "Factuur: INV-00117 - Van der Meer",
        `${header("Factuur: INV-00117")}<div class="rounded-xl px-5 py-3 mb-5 bg-red-100"><p class="text-sm mb-0 text-red-600">Dit is een <b>CONCEPT</b> factuur.</p></div>`,
      ),
    },
    {
      url: "https://books.company.example/1/sales/invoices/create",
      html: documentOf("New Invoice - Van der Meer", header("New Invoice")),
    },
  ],
  others: [
    {
      url: "https://books.company.example/1/purchases/bills/42",
      html: documentOf("Bill: INV-00117 - Van der Meer", header("Bill: INV-00117")),
    },
  ],
}
