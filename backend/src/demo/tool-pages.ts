import { Hono } from "hono"
import { html } from "hono/html"
import type { House } from "../context.ts"
import {
  findToolCustomer,
  findToolInvoice,
  listToolCustomers,
  listToolInvoices,
  type ToolInvoice,
} from "./tool-cases.ts"
import { toolStyle } from "./tool-style.ts"

type Html = ReturnType<typeof html>

/** The demo tool: an accounting application whose cases are the demo organisation's, to try the extension on. Local only (see `app`). */
export function demoTool(house: House): Hono {
  const pages = new Hono()
  pages.use("/demo/*", async (c, next) => {
    await next()
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })
  pages.get("/demo/tool.css", c => c.body(toolStyle, 200, { "content-type": "text/css" }))
  pages.get("/demo", c => c.redirect("/demo/invoices"))
  pages.get("/demo/invoices", async c => {
    const search = c.req.query("search") ?? ""
    const page = pageOf(c.req.query("page"))
    const found = await listToolInvoices(house, { search, page })
    return c.html(invoicesPage({ search, page, ...found }))
  })
  pages.get("/demo/invoices/:number", async c => {
    const invoice = await findToolInvoice(house, c.req.param("number"))
    return invoice ? c.html(invoicePage(invoice)) : c.html(missingPage("invoice"), 404)
  })
  pages.get("/demo/customers", async c => {
    const page = pageOf(c.req.query("page"))
    return c.html(customersPage({ page, ...(await listToolCustomers(house, page)) }))
  })
  pages.get("/demo/customers/:number", async c => {
    const customer = await findToolCustomer(house, c.req.param("number"))
    return customer ? c.html(customerPage(customer)) : c.html(missingPage("customer"), 404)
  })
  return pages
}

function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

function frame(title: string, at: "invoices" | "customers", content: Html | Promise<Html>) {
  const link = (to: "invoices" | "customers", words: string) =>
    html`<a href="/demo/${to}" ${to === at ? html`aria-current="page"` : ""}>${words}</a>`
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} | Grootboek Online</title><link rel="stylesheet" href="/demo/tool.css"></head>
<body>
<header><strong>Grootboek Online</strong><a href="/demo/invoices" aria-current="page">Sales</a></header>
<div class="frame">
<nav class="side" aria-label="Sales"><h2>Sales</h2>${link("invoices", "Invoices")}${link("customers", "Customers")}</nav>
<main>${content}</main>
</div>
</body></html>`
}

function invoiceTable(rows: ToolInvoice[]) {
  return html`<table>
<thead><tr><th>Invoice</th><th>Customer</th><th>Date</th><th>Due</th><th class="amount">Amount</th><th class="amount">Open</th></tr></thead>
<tbody>${rows.map(
    row => html`<tr>
<td><a href="/demo/invoices/${encodeURIComponent(row.number)}">${row.number}</a></td>
<td><a href="/demo/customers/${encodeURIComponent(row.customerNumber)}">${row.customerNumber}</a> ${row.customerName}</td>
<td>${dateOf(row.invoiceDate)}</td><td>${dateOf(row.dueDate)}</td>
<td class="amount">${amountOf(row.amount)}</td><td class="amount">${amountOf(row.openAmount)}</td></tr>`,
  )}</tbody></table>`
}

function invoicesPage(of: { search: string; page: number; rows: ToolInvoice[]; more: boolean }) {
  const { search, page, rows, more } = of
  const to = (other: number) => `/demo/invoices?page=${other}${search ? `&search=${encodeURIComponent(search)}` : ""}`
  return frame(
    "Invoices",
    "invoices",
    html`<p class="crumbs">Sales › Invoices</p><h1>Invoices</h1>
<form action="/demo/invoices"><input type="search" name="search" value="${search}" aria-label="Invoice or customer" placeholder="Invoice or customer"><button>Search</button></form>
${invoiceTable(rows)}
<p class="pages">${page > 1 ? html`<a href="${to(page - 1)}">Previous</a>` : ""}<span>Page ${page}</span>${more ? html`<a href="${to(page + 1)}">Next</a>` : ""}</p>
<p class="hint">A demonstration tool. Its cases are those of the demo organisation in Casepost.</p>`,
  )
}

function invoicePage(invoice: NonNullable<Awaited<ReturnType<typeof findToolInvoice>>>) {
  const overdue = invoice.state === "open" && invoice.dueDate < new Date().toISOString().slice(0, 10)
  return frame(
    `Invoice ${invoice.number}`,
    "invoices",
    html`<p class="crumbs">Sales › <a href="/demo/invoices">Invoices</a> › ${invoice.number}</p>
<h1>Invoice ${invoice.number} <span class="state">${overdue ? "Overdue" : invoice.state}</span></h1>
<dl>
<dt>Customer</dt><dd><a href="/demo/customers/${encodeURIComponent(invoice.customerNumber)}">${invoice.customerNumber}</a> ${invoice.customerName}</dd>
<dt>Invoice date</dt><dd>${dateOf(invoice.invoiceDate)}</dd>
<dt>Contact</dt><dd>${invoice.contact ?? ""}</dd><dt>Due date</dt><dd>${dateOf(invoice.dueDate)}</dd>
<dt>Address</dt><dd>${[invoice.street, invoice.postcode, invoice.city].filter(Boolean).join(", ")}</dd>
<dt>Administration</dt><dd>${invoice.administration}</dd>
<dt>Amount</dt><dd>${amountOf(invoice.amount)} ${invoice.currency}</dd><dt>Open amount</dt><dd><strong>${amountOf(invoice.openAmount)} ${invoice.currency}</strong></dd>
</dl>`,
  )
}

function customersPage(of: {
  page: number
  rows: Awaited<ReturnType<typeof listToolCustomers>>["rows"]
  more: boolean
}) {
  return frame(
    "Customers",
    "customers",
    html`<p class="crumbs">Sales › Customers</p><h1>Customers</h1>
<table><thead><tr><th>Number</th><th>Name</th><th>City</th><th>Administration</th></tr></thead>
<tbody>${of.rows.map(row => html`<tr><td><a href="/demo/customers/${encodeURIComponent(row.number)}">${row.number}</a></td><td>${row.name}</td><td>${row.city ?? ""}</td><td>${row.administration}</td></tr>`)}</tbody></table>
<p class="pages">${of.page > 1 ? html`<a href="/demo/customers?page=${of.page - 1}">Previous</a>` : ""}<span>Page ${of.page}</span>${of.more ? html`<a href="/demo/customers?page=${of.page + 1}">Next</a>` : ""}</p>`,
  )
}

function customerPage(customer: NonNullable<Awaited<ReturnType<typeof findToolCustomer>>>) {
  return frame(
    `Customer ${customer.number}`,
    "customers",
    html`<p class="crumbs">Sales › <a href="/demo/customers">Customers</a> › ${customer.number}</p>
<h1>Customer ${customer.number} ${customer.name}</h1>
<dl><dt>Name</dt><dd>${customer.name}</dd><dt>Contact</dt><dd>${customer.contact ?? ""}</dd>
<dt>Address</dt><dd>${[customer.street, customer.postcode, customer.city].filter(Boolean).join(", ")}</dd><dt>E-mail</dt><dd>${customer.address ?? ""}</dd></dl>
${invoiceTable(customer.invoices)}`,
  )
}

function missingPage(what: "invoice" | "customer") {
  return frame(
    "Not found",
    `${what}s`,
    html`<h1>There is no such ${what}</h1><p><a href="/demo/invoices">All invoices</a></p>`,
  )
}

function amountOf(amount: string): string {
  return new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    amount as Intl.StringNumericLiteral,
  )
}

function dateOf(date: string): string {
  return date.split("-").reverse().join("-")
}
