import { documentOf, type PresetPages } from "./preset-page.ts"

/** After the example addresses at developer.moneybird.com; its pages are not public, so nothing of them is written here. */
export const moneybirdPages: PresetPages = {
  address: "https://moneybird.com/{administration}",
  invoices: [
    {
      url: "https://moneybird.com/123456789/sales_invoices/412345678901234567",
      html: documentOf("Invoice", "<h1>Invoice 2026-0117</h1>"),
      externalId: "412345678901234567",
    },
  ],
  customers: [
    {
      url: "https://moneybird.com/123456789/contacts/312345678901234567",
      html: documentOf("Contact", "<h1>Bakkerij Van den Berg B.V.</h1>"),
      externalId: "312345678901234567",
      name: "Bakkerij Van den Berg B.V.",
    },
  ],
  lists: [],
  drafts: [
    { url: "https://moneybird.com/123456789/sales_invoices/new", html: documentOf("New invoice", "<h1>New</h1>") },
  ],
  others: [
    {
      url: "https://moneybird.com/123456789/documents/purchase_invoices/412345678901234567",
      html: documentOf("Purchase invoice", "<h1>Purchase invoice 2026-0117</h1>"),
    },
  ],
}
