import { html } from "hono/html"
import { amountOf, dateOf, stateOf } from "./formats.ts"
import { type Base, frame } from "./frame.ts"
import { linesOf } from "./invoice-lines.ts"
import { mailDialog } from "./mail-dialog.ts"
import type { findToolInvoice } from "./read-cases.ts"
import { tabs } from "./tabs.ts"

type Invoice = NonNullable<Awaited<ReturnType<typeof findToolInvoice>>>

/** An invoice of the demo organisation, as an accounting tool shows it. */
export function invoicePage(base: Base, invoice: Invoice) {
  const { number, customerNumber, customerName } = invoice
  const address = [invoice.street, `${invoice.postcode ?? ""} ${invoice.city ?? ""}`.trim()].filter(Boolean).join(", ")
  const content = html`<p class="crumbs"><a href="${base}/invoices">Sales</a> › <a href="${base}/invoices">Invoices</a> › ${number}</p>
<h1>Invoice ${number} <span class="state">${stateOf(invoice)}</span></h1>
<div class="keys">${["Edit", "Print", "Credit", "Book payment", "Copy"].map(name => html`<button type="button">${name}</button>`)}<button type="button" data-opens="mail">E-mail</button></div>
<div class="fields">
<dl><dt>Customer</dt><dd><a href="${base}/customers/${encodeURIComponent(customerNumber)}">${customerNumber} ${customerName}</a></dd>
<dt>Contact</dt><dd>${invoice.contact ?? ""}</dd>
<dt>Address</dt><dd>${address}</dd>
<dt>Your reference</dt><dd>${referenceOf(invoice)}</dd></dl>
<dl><dt>Invoice date</dt><dd>${dateOf(invoice.invoiceDate)}</dd>
<dt>Due date</dt><dd>${dateOf(invoice.dueDate)}</dd>
<dt>Payment term</dt><dd>30 days</dd>
<dt>Open amount</dt><dd><strong>€ ${amountOf(invoice.openAmount)}</strong></dd></dl>
</div>
${tabs([
  ["Lines", lines(invoice)],
  ["Journal", journal(invoice)],
  ["Documents (2)", html`<p class="none">${number}.pdf</p><p class="none">Delivery-note.pdf</p>`],
  ["History", html`<p class="none">${dateOf(invoice.invoiceDate)} 08:12 Created by import</p>`],
])}
<p class="hint">Created by import ${dateOf(invoice.invoiceDate)} 08:12 · ${invoice.administration}</p>
${mailDialog({ to: "", subject: `Invoice ${number}` })}`
  return frame(base, { title: `Invoice ${number}`, at: "Invoices", content })
}

function lines(invoice: Invoice) {
  const { net, vat, total } = sums(invoice)
  const paid = total - cents(invoice.openAmount)
  return html`<table>
<thead><tr><th>Item</th><th>Description</th><th class="amount">Qty</th><th class="amount">Price</th><th class="amount">Amount</th></tr></thead>
<tbody>${linesOf(invoice.number, net).map(
    line =>
      html`<tr><td>${line.item}</td><td>${line.description}</td><td class="amount">${line.quantity}</td><td class="amount">${amountOf(line.price / 100)}</td><td class="amount">${amountOf(line.amount / 100)}</td></tr>`,
  )}</tbody>
<tfoot>${(
    [
      ["Subtotal", net],
      ["VAT 21%", vat],
      [`Total ${invoice.currency}`, total],
      ["Paid", paid],
    ] as const
  ).map(
    ([name, sum]) =>
      html`<tr class="${name.startsWith("Total") ? "total" : ""}"><td colspan="3"></td><th scope="row" class="amount">${name}</th><td class="amount">${amountOf(sum / 100)}</td></tr>`,
  )}</tfoot></table>`
}

function journal(invoice: Invoice) {
  const { net, vat, total } = sums(invoice)
  const rows = [
    ["1300", "Debtors", total, 0],
    ["8000", "Revenue", 0, net],
    ["1520", "VAT to pay", 0, vat],
  ] as const
  return html`<table><thead><tr><th>Account</th><th>Name</th><th class="amount">Debit</th><th class="amount">Credit</th></tr></thead>
<tbody>${rows.map(([account, name, debit, credit]) => html`<tr><td>${account}</td><td>${name}</td><td class="amount">${debit ? amountOf(debit / 100) : ""}</td><td class="amount">${credit ? amountOf(credit / 100) : ""}</td></tr>`)}</tbody></table>`
}

function sums({ amount }: Invoice): { net: number; vat: number; total: number } {
  const total = cents(amount)
  const net = Math.round(total / 1.21)
  return { net, vat: total - net, total }
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100)
}

function referenceOf({ number, city }: Invoice): string {
  return `PO ${80_000 + (Number(number.replace(/\D/g, "")) % 9_000)}${city ? ` / ${city}` : ""}`
}
