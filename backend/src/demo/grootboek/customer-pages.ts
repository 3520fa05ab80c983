import { html } from "hono/html"
import { type Base, frame } from "./frame.ts"
import { invoiceTable } from "./invoice-list-page.ts"
import { mailDialog } from "./mail-dialog.ts"
import type { findToolCustomer, listToolCustomers } from "./read-cases.ts"
import { tabs } from "./tabs.ts"

type Listed = Awaited<ReturnType<typeof listToolCustomers>>
type Customer = NonNullable<Awaited<ReturnType<typeof findToolCustomer>>>

/** Customers by name, a page at a time. */
export function customerListPage(base: Base, of: Listed & { page: number }) {
  const content = html`<p class="crumbs">Sales › Customers</p><h1>Customers</h1>
<div class="keys">${["New", "Print", "Export"].map(key => html`<button type="button">${key}</button>`)}</div>
<table class="list"><thead><tr><th>Number</th><th>Name</th><th>City</th><th>Administration</th></tr></thead>
<tbody>${of.rows.map(row => html`<tr><td><a href="${base}/customers/${encodeURIComponent(row.number)}">${row.number}</a></td><td>${row.name}</td><td>${row.city ?? ""}</td><td>${row.administration}</td></tr>`)}</tbody></table>
<p class="pages">${of.page > 1 ? html`<a href="${base}/customers?page=${of.page - 1}">Previous</a>` : ""}<span>Page ${of.page}</span>${of.more ? html`<a href="${base}/customers?page=${of.page + 1}">Next</a>` : ""}</p>`
  return frame(base, { title: "Customers", at: "Customers", content })
}

/** One customer with her invoices. */
export function customerPage(base: Base, customer: Customer) {
  const { number, name, address } = customer
  const open = customer.invoices.filter(invoice => invoice.state === "open")
  const content = html`<p class="crumbs"><a href="${base}/invoices">Sales</a> › <a href="${base}/customers">Customers</a> › ${number}</p>
<h1>Customer ${number} ${name}</h1>
<div class="keys">${["Edit", "New invoice", "Statement"].map(key => html`<button type="button">${key}</button>`)}<button type="button" data-opens="mail">E-mail</button></div>
<div class="fields">
<dl><dt>Number</dt><dd>${number}</dd><dt>Name</dt><dd>${name}</dd>
<dt>Address</dt><dd>${customer.street ?? ""}</dd><dt>City</dt><dd>${customer.postcode ?? ""} ${customer.city ?? ""}</dd></dl>
<dl><dt>Contact</dt><dd>${customer.contact ?? ""}</dd><dt>E-mail</dt><dd>${address ?? ""}</dd>
<dt>Payment term</dt><dd>30 days</dd><dt>Open items</dt><dd><strong>${open.length}</strong></dd></dl>
</div>
${tabs([
  [`Open items (${open.length})`, invoiceTable(base, open)],
  [`All invoices (${customer.invoices.length})`, invoiceTable(base, customer.invoices)],
  ["Contacts", html`<p class="none">${customer.contact ?? "No contacts"} ${address ?? ""}</p>`],
])}
${mailDialog({ to: address ?? "", subject: "" })}`
  return frame(base, { title: `Customer ${number} ${name}`, at: "Customers", content })
}
