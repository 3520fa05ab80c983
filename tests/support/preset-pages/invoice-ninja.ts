import { documentOf, type PresetPages } from "./preset-page.ts"

/** After invoiceninja/ui: src/pages/invoices/routes.tsx, common/components/InvoiceDetails.tsx, src/pages/clients/routes.tsx. */
const edit = (number: string, status = "Sent") =>
  `<div data-cy="topNavbar"><h2>Edit Invoice</h2></div><main><span class="text-sm">Status</span><span class="inline-flex rounded">${status}</span><a href="/clients/9aKp">Bakkerij Van den Berg B.V.</a>
<input type="date" value="2026-10-01"><input id="number" type="text" value="${number}"><input id="po_number" type="text" value="PO-7781"></main>`

const list = `<div data-cy="topNavbar"><h2>Invoices</h2></div><table><thead><tr><th><input type="checkbox"></th><th>Number</th></tr></thead><tbody>
${["0117", "0118"]
  .map(
    (number, row) =>
      `<tr><td><input type="checkbox" ${row === 0 ? "checked" : ""}></td><td>Sent</td><td><a href="/invoices/x${row}/edit">${number}</a></td><td><a href="/clients/y${row}">Customer ${row}</a></td></tr>`,
  )
  .join("")}</tbody></table>`

export const invoiceNinjaPages: PresetPages = {
  address: "https://ninja.company.example",
  invoices: [
    {
      url: "https://ninja.company.example/invoices/VolejRejNm/edit",
      html: documentOf("Edit Invoice | Invoice Ninja", edit("0117")),
      number: "0117",
      externalId: "VolejRejNm",
    },
    {
      url: "https://ninja.company.example/#/invoices/VolejRejNm/edit",
      html: documentOf("Edit Invoice | Invoice Ninja", edit("0117")),
      number: "0117",
      externalId: "VolejRejNm",
    },
  ],
  customers: [
    {
      url: "https://ninja.company.example/clients/9aKp",
      html: documentOf("Clients | Invoice Ninja", '<div data-cy="topNavbar"><h2>Bakkerij Van den Berg B.V.</h2></div>'),
      externalId: "9aKp",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [
    {
      url: "https://ninja.company.example/invoices?sort=number",
      html: documentOf("Invoices | Invoice Ninja", list),
      numbers: ["0117", "0118"],
      ticked: ["0117"],
    },
  ],
  drafts: [
    { url: "https://ninja.company.example/invoices/create", html: documentOf("New Invoice | Invoice Ninja", edit("")) },
    { url: "https://ninja.company.example/invoices/VolejRejNm/edit", html: documentOf("Edit Invoice", edit("")) },
    {
      url: "https://ninja.company.example/invoices/VolejRejNm/edit",
      html: documentOf("Edit Invoice", edit("0117", "Draft")),
    },
  ],
  others: [
    {
      url: "https://ninja.company.example/purchase_orders/VolejRejNm/edit",
      html: documentOf("Edit Purchase Order | Invoice Ninja", edit("0117")),
    },
    { url: "https://ninja.company.example/quotes/VolejRejNm/edit", html: documentOf("Edit Quote", edit("0117")) },
  ],
}
