import { html } from "hono/html"
import { amountOf, dateOf, daysPast, stateOf } from "./formats.ts"
import { type Base, frame } from "./frame.ts"
import type { ToolInvoice } from "./read-cases.ts"

/** Invoices with boxes to tick, a page at a time. */
export function invoiceListPage(
  base: Base,
  of: { isOpen: boolean; search: string; page: number; rows: ToolInvoice[]; more: boolean },
) {
  const { isOpen, search, page, rows, more } = of
  const name = isOpen ? "Open items" : "Invoices"
  const here = `${base}/${isOpen ? "open-items" : "invoices"}`
  const to = (other: number) => `${here}?page=${other}${search ? `&search=${encodeURIComponent(search)}` : ""}`
  const content = html`<p class="crumbs">${isOpen ? "Receivables" : "Sales"} › ${name}</p><h1>${name}</h1>
<div class="keys">${["New", "Print", "Direct debit", "Export"].map(key => html`<button type="button">${key}</button>`)}
<form action="${here}" role="search"><input type="search" name="search" value="${search}" aria-label="Invoice or customer" placeholder="Invoice or customer"><button>Search</button></form>
<output class="ticked"></output></div>
${invoiceTable(base, rows)}
<p class="pages">${page > 1 ? html`<a href="${to(page - 1)}">Previous</a>` : ""}<span>Page ${page}</span>${more ? html`<a href="${to(page + 1)}">Next</a>` : ""}</p>
<p class="hint">A demonstration tool. Its cases are those of the demo organisation in Casepost.</p>`
  return frame(base, { title: name, at: name, content })
}

/** Rows of invoices, each with its box. */
export function invoiceTable(base: Base, rows: readonly ToolInvoice[]) {
  return html`<table class="list">
<thead><tr><th class="tick"><input type="checkbox" aria-label="Tick all" data-ticks-all></th><th>Invoice</th><th>Customer</th><th>Date</th><th>Due</th><th class="amount">Days</th><th>State</th><th class="amount">Amount</th><th class="amount">Open</th></tr></thead>
<tbody>${rows.map(
    row => html`<tr>
<td class="tick"><input type="checkbox" name="invoice" value="${row.number}" aria-label="Tick ${row.number}"></td>
<td><a href="${base}/invoices/${encodeURIComponent(row.number)}">${row.number}</a></td>
<td><a href="${base}/customers/${encodeURIComponent(row.customerNumber)}">${row.customerNumber}</a> ${row.customerName}</td>
<td>${dateOf(row.invoiceDate)}</td><td>${dateOf(row.dueDate)}</td>
<td class="amount">${row.state === "open" && daysPast(row.dueDate) > 0 ? daysPast(row.dueDate) : ""}</td><td>${stateOf(row)}</td>
<td class="amount">${amountOf(row.amount)}</td><td class="amount">${amountOf(row.openAmount)}</td></tr>`,
  )}</tbody></table>`
}
