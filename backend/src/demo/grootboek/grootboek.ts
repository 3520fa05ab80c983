import { readFileSync } from "node:fs"
import { Hono } from "hono"
import type { House } from "../../context.ts"
import { customerListPage, customerPage } from "./customer-pages.ts"
import { type Base, emptyPage, emptyPages, missingPage } from "./frame.ts"
import { invoiceListPage } from "./invoice-list-page.ts"
import { invoicePage } from "./invoice-page.ts"
import { findToolCustomer, findToolInvoice, listToolCustomers, listToolInvoices } from "./read-cases.ts"

const read = (name: string) => readFileSync(new URL(name, import.meta.url))
const style = read("grootboek.css")
const script = read("grootboek.js")

/**
 * Grootboek Online: an accounting application whose cases are the demo organisation's, to try the extension on. Under `/demo/app` the same
 * pages change by script, without being loaded. Local only (see `app`).
 */
export function grootboek(house: House): Hono {
  const pages = new Hono()
  pages.get("/demo/grootboek.css", c => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }))
  pages.get("/demo/grootboek.js", c => c.body(script, 200, { "content-type": "text/javascript; charset=utf-8" }))
  pages.get("/demo", c => c.redirect("/demo/invoices"))
  pages.get("/demo/app", c => c.redirect("/demo/app/invoices"))
  for (const base of ["/demo/app", "/demo"] as const) addPages(pages, house, base)
  return pages
}

function addPages(pages: Hono, house: House, base: Base): void {
  for (const path of ["invoices", "open-items"])
    pages.get(`${base}/${path}`, async c => {
      const asked = {
        search: c.req.query("search") ?? "",
        page: pageOf(c.req.query("page")),
        isOpen: path === "open-items",
      }
      return c.html(invoiceListPage(base, { ...asked, ...(await listToolInvoices(house, asked)) }))
    })
  pages.get(`${base}/invoices/:number`, async c => {
    const invoice = await findToolInvoice(house, c.req.param("number"))
    return invoice ? c.html(invoicePage(base, invoice)) : c.html(missingPage(base, "invoice"), 404)
  })
  pages.get(`${base}/customers`, async c => {
    const page = pageOf(c.req.query("page"))
    return c.html(customerListPage(base, { page, ...(await listToolCustomers(house, page)) }))
  })
  pages.get(`${base}/customers/:number`, async c => {
    const customer = await findToolCustomer(house, c.req.param("number"))
    return customer ? c.html(customerPage(base, customer)) : c.html(missingPage(base, "customer"), 404)
  })
  for (const [path, name] of emptyPages) pages.get(`${base}/${path}`, c => c.html(emptyPage(base, name)))
}

function pageOf(text: string | undefined): number {
  const page = Number(text ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}
