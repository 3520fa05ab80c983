import { createApp } from "@casepost/backend/app"
import { customers } from "@casepost/backend/cases/tables"
import { findPortalSession } from "@casepost/backend/portal/known-customer"
import type { ConversationList } from "@casepost/backend/portal/list-conversations"
import { listConversations } from "@casepost/backend/portal/list-conversations"
import { deeds } from "@casepost/shared/portal"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask } from "../../support/ask.ts"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeMatter } from "../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld, sentMessage, visit } from "../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
})

async function enter(world: PortalWorld): Promise<string> {
  return (await enterByLink(app, (await mailedLink(house, world)).path)).cookie
}

async function list(world: PortalWorld): Promise<ConversationList> {
  return (await ask(app, deeds.listPortalConversations, { cookie: await enter(world) })).body as ConversationList
}

describe("does", () => {
  it("groups general, matters and invoices, open invoices by due date and then the settled ones", async () => {
    const world = await makePortalWorld(house)
    const paid = await makeInvoice(house, world, { state: "paid", openAmount: "0", paidOn: "2026-09-01" })
    const later = await makeInvoice(house, world, { dueDate: "2026-11-30" })
    const matter = await makeMatter(house, { ...world, invoiceIds: [paid.id] })
    const { conversations } = await list(world)
    expect(conversations.map(one => [one.group, one.number])).toEqual([
      ["general", world.customerNumber],
      ["matters", matter.number],
      ["invoices", world.invoice.number],
      ["invoices", later.number],
      ["invoices", paid.number],
    ])
    expect(conversations[1]?.invoices).toBe(1)
  })
  it("adds what is open per currency and never across", async () => {
    const world = await makePortalWorld(house)
    await makeInvoice(house, world, { amount: "2210", openAmount: "2210" })
    await makeInvoice(house, world, { amount: "100", openAmount: "-100.5", currency: "USD" })
    const found = await list(world)
    expect(found.openInvoices).toBe(3)
    expect(found.open).toEqual([
      { amount: "14690.50", currency: "EUR" },
      { amount: "-100.50", currency: "USD" },
    ])
  })
  it.each([
    ["nl", "2 openstaande facturen, samen € 14.690,50", "vervalt 17 okt 2026"],
    ["en", "2 open invoices, €14,690.50 in total", "due 17 Oct 2026"],
    ["de", "2 offene Rechnungen, zusammen 14.690,50 €", "fällig 17. Okt. 2026"],
    ["fr", "2 factures ouvertes, 14 690,50 € au total", "échéance 17 oct. 2026"],
  ])("says it in the customer's language: %s", async (language, headline, due) => {
    const world = await makePortalWorld(house)
    await makeInvoice(house, world, { amount: "2210", openAmount: "2210" })
    const { path } = await mailedLink(house, world, { language })
    const { cookie } = await enterByLink(app, path)
    const page = (await visit(app, "/portal/conversations", { cookie })).text.replace(/[\u00a0\u202f]/g, " ")
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(headline)
    expect(page).toContain(due)
  })
  it("does not call New what went to a stranger's address only", async () => {
    const world = await makePortalWorld(house)
    const invoice = await makeInvoice(house, world)
    const to = [{ kind: "typed" as const, address: "stranger@else.example" }]
    await sentMessage(world, { kind: "invoice", id: invoice.id }, { to })
    const { conversations } = await list(world)
    const fresh = conversations.filter(one => one.fresh).map(one => one.number)
    expect(fresh).toEqual([world.invoice.number])
  })
  it("asks as many questions of the database for many cases as for one", async () => {
    const [few, many] = [await makePortalWorld(house), await makePortalWorld(house)]
    for (let count = 0; count < 25; count++) {
      const invoice = await makeInvoice(house, many)
      if (count < 5) await sentMessage(many, { kind: "invoice", id: invoice.id })
    }
    const queries = []
    for (const world of [few, many]) {
      const token = /casepost_portal=([^;]+)/.exec(await enter(world))?.[1]
      const context = await findPortalSession(house, token)
      if (context) queries.push(await countQueries(context, counted => listConversations(counted)))
    }
    expect(queries).toHaveLength(2)
    expect(Math.abs((queries[0] ?? 0) - (queries[1] ?? 99))).toBe(0)
  })
})

describe("refuses", () => {
  it("asks for the link or the code without a session", async () => {
    expect((await ask(app, deeds.listPortalConversations, {})).status).toBe(401)
    const page = await visit(app, "/portal/conversations", { headers: { "accept-language": "de-AT,de;q=0.9" } })
    expect(page.status).toBe(401)
    expect(page.text).toContain("Ihre Sitzung ist beendet")
  })
})

describe("protects", () => {
  it("lists nothing of another customer, not even of the same administration", async () => {
    const world = await makePortalWorld(house)
    const neighbour = await makeCustomer(house, world)
    const theirs = await makeInvoice(house, { ...world, customerId: neighbour.id })
    await sentMessage(world, { kind: "invoice", id: theirs.id })
    expect(JSON.stringify(await list(world))).not.toContain(theirs.number)
  })
  it("shows names and subjects as text", async () => {
    const world = await makePortalWorld(house)
    const name = `<script>alert("1")</script>`
    await house.database.owner.update(customers).set({ name }).where(eq(customers.id, world.customerId))
    await sentMessage(world, { kind: "customer", id: world.customerId }, { subject: "<b>Bold</b>" })
    const page = await visit(app, "/portal/conversations", { cookie: await enter(world) })
    expect(page.text).not.toContain("<script>alert")
    expect(page.text).toContain("&lt;b&gt;Bold&lt;/b&gt;")
  })
})
