/** Recognition through the built extension: rules, finder in the page and its frames, lookup, and what the side panel shows. */
import { invoices } from "@casepost/backend/cases/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import { toolSightings, tools } from "@casepost/backend/tools/tables"
import { eq } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { type OwnWindow, openSidePanel } from "../../../support/own-window.ts"
import { odooPages } from "../../../support/preset-pages/odoo.ts"
import { documentOf } from "../../../support/preset-pages/preset-page.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

const erp = odooPages.address
const books = "https://books.company.example"
const known = "VF-2026-04183"
let running: Awaited<ReturnType<typeof signedInExtension>>
let tab: Page
let side: OwnWindow

/** The pages by their address; every request of the tab is answered from here. */
const pages: Record<string, string> = {
  [`${erp}/odoo/customer-invoices/42`]: odooPages.invoices[0]?.html.replaceAll("INV/2026/00117", known) ?? "",
  [`${erp}/odoo/customer-invoices/43`]: odooPages.drafts[1]?.html.replaceAll("INV/2026/00117", known) ?? "",
  [`${erp}/odoo/vendor-bills/42`]: documentOf("Bill", `<h1>Vendor bill ${known}</h1>`),
  [`${erp}/odoo/unknown`]: documentOf("Invoice", "<h1>Nothing here</h1>"),
  [`${erp}/odoo/framed`]: documentOf("Frames", '<iframe src="/odoo/inside" width="900" height="500"></iframe>'),
  [`${erp}/odoo/turning`]: documentOf(
    "Invoices",
    `<h1>Invoice ${known}</h1><button>Next</button><script>document.querySelector("button").onclick = () => {
      history.pushState(null, "", "/odoo/turned")
      setTimeout(() => { document.querySelector("h1").textContent = "Invoice VF-2026-04219" }, 700)
    }</script>`,
  ),
  [`${erp}/odoo/inside`]: documentOf("Inside", `<h1>Invoice ${known}</h1>`),
  [`${books}/1/sales/invoices/42`]: documentOf(
    "Invoice",
    `<div id="header"><div data-page-title-first><h1>Invoice: ${known}</h1></div></div>`,
  ),
  [`${books}/2/sales/invoices/42`]: documentOf(
    "Invoice",
    `<div id="header"><div data-page-title-first><h1>Invoice: ${known}</h1></div></div>`,
  ),
}

beforeAll(async () => {
  const debuggingPort = await freePort()
  const hosts = ["http://localhost/*", `${erp}/*`, `${books}/*`]
  running = await signedInExtension("sanne@demo.example", "light", { hosts, debuggingPort })
  const { owner } = running.house.database
  const [invoice] = await owner.select().from(invoices).where(eq(invoices.number, known))
  const others = await owner.select().from(administrations)
  const other = others.find(({ id }) => id !== invoice?.administrationId)
  if (!invoice || !other) throw new Error("The demo has the invoice, and a second administration")
  const { organisationId } = invoice
  await owner.insert(tools).values([
    { organisationId, name: "ERP", address: erp, preset: "odoo" },
    {
      organisationId,
      name: "Books",
      address: `${books}/{administration}`,
      preset: "akaunting",
      administrationBy: "address",
      administrationCodes: [{ code: "2", administrationId: other.id }],
    },
  ])
  tab = await running.context.newPage()
  await tab.route(/^https:/, route => {
    const body = pages[route.request().url()]
    return body === undefined
      ? route.fulfill({ status: 404, body: "" })
      : route.fulfill({ contentType: "text/html", body })
  })
  await tab.goto(`${erp}/odoo/unknown`)
  side = await openSidePanel(running, { beside: tab, debuggingPort })
})
afterAll(async () => {
  await side?.close()
  await running?.close()
})

const heading = () => side.page.getByRole("heading", { name: known, exact: true })
const says = (text: string | RegExp) => side.page.getByText(text).first().waitFor()
const showsNoCase = async (why: string | RegExp) => {
  await says(why)
  expect(await heading().count()).toBe(0)
}

describe("does", () => {
  it("shows the case of a preset's page, and of a frame of the tool", async () => {
    await tab.goto(`${erp}/odoo/customer-invoices/42`)
    await heading().waitFor()
    await tab.goto(`${erp}/odoo/unknown`)
    await showsNoCase("No case on this page")
    await tab.goto(`${erp}/odoo/framed`)
    await heading().waitFor()
  })
  it("follows an application that changes its address first and what it shows later", async () => {
    await tab.goto(`${erp}/odoo/turning`)
    await heading().waitFor()
    await tab.getByRole("button", { name: "Next" }).click()
    await side.page.getByRole("heading", { name: "VF-2026-04219", exact: true }).waitFor()
    expect(await heading().count()).toBe(0)
  })
  it("counts what it found, and nothing of any page", async () => {
    await side.page.evaluate(() => dispatchEvent(new Event("pagehide")))
    const seen = () => running.house.database.owner.select().from(toolSightings)
    await expect.poll(async () => (await seen()).some(one => one.kind === "invoice" && one.pages >= 1)).toBe(true)
  })
})

describe("refuses", () => {
  it("shows no case for a draft, whatever number it had", async () => {
    await tab.goto(`${erp}/odoo/customer-invoices/43`)
    await showsNoCase(/shows a draft/)
  })
  it("binds no number that stands on a supplier's bill", async () => {
    await tab.goto(`${erp}/odoo/vendor-bills/42`)
    await side.page.getByText(known).first().waitFor()
    expect(await heading().count()).toBe(0)
  })
})

describe("protects", () => {
  it("binds nothing where the address names an administration that has no such number, or that nobody knows", async () => {
    await tab.goto(`${books}/2/sales/invoices/42`)
    await showsNoCase(/Casepost does not know VF-2026-04183/)
    await tab.goto(`${erp}/odoo/unknown`)
    await showsNoCase("No case on this page")
    await tab.goto(`${books}/1/sales/invoices/42`)
    await showsNoCase(/Casepost does not know VF-2026-04183/)
  })
})
