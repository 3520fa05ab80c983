import { html } from "hono/html"

export type Html = ReturnType<typeof html>

/** Where a page stands: under `/demo`, or under `/demo/app`, where the same pages change without being loaded. */
export type Base = "/demo" | "/demo/app"

const side = [
  ["Sales", ["Quotes", "Orders", "Invoices", "Credit notes", "Customers", "Price lists"]],
  ["Receivables", ["Open items", "Ageing list", "Direct debit"]],
  ["Settings", ["Layouts", "Numbering"]],
] as const
const top = ["Sales", "Purchasing", "Bank", "Ledger", "VAT", "Reports"] as const

/** Pages of the tool that hold nothing in this demonstration. */
export const emptyPages = new Map(
  [...side.flatMap(([, links]) => links), ...top.slice(1)]
    .filter(name => !["Invoices", "Customers", "Open items"].includes(name))
    .map(name => [slugOf(name), name]),
)

/** One page of Grootboek Online. */
export function frame(base: Base, of: { title: string; at: string; content: Html | Promise<Html> }) {
  const current = (name: string) => (name === of.at ? html`aria-current="page"` : "")
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${of.title} | Grootboek Online</title><link rel="stylesheet" href="/demo/grootboek.css"><script src="/demo/grootboek.js" defer></script></head>
<body data-base="${base}">
<header class="top"><a class="name" href="${base}/invoices">Grootboek Online</a><nav aria-label="Main">${top.map(
    (name, place) =>
      html`<a href="${base}/${place === 0 ? "invoices" : slugOf(name)}" ${place === 0 && !top.slice(1).some(one => one === of.at) ? html`aria-current="true"` : current(name)}>${name}</a>`,
  )}</nav></header>
<div class="frame">
<nav class="side" aria-label="Sales">${side.map(
    ([title, links]) =>
      html`<h2>${title}</h2>${links.map(name => html`<a href="${base}/${slugOf(name)}" ${current(name)}>${name}</a>`)}`,
  )}</nav>
<main>${of.content}</main>
</div>
</body></html>`
}

/** A page without anything on it. */
export function emptyPage(base: Base, name: string) {
  return frame(base, {
    title: name,
    at: name,
    content: html`<p class="crumbs">${name}</p><h1>${name}</h1><p class="none">Nothing here in this demonstration.</p>`,
  })
}

export function missingPage(base: Base, what: "invoice" | "customer") {
  return frame(base, {
    title: "Not found",
    at: what === "invoice" ? "Invoices" : "Customers",
    content: html`<h1>There is no such ${what}</h1><p><a href="${base}/${what}s">All ${what}s</a></p>`,
  })
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-")
}
