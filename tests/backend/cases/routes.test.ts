import { createApp } from "@casepost/backend/app"
import { indexCases } from "@casepost/backend/cases/search/index-cases"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { deeds as rowDeeds } from "@casepost/shared/case-rows"
import { deeds } from "@casepost/shared/cases"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeWorld } from "../../support/make.ts"

describe("cases over HTTP", () => {
  let house: TestHouse
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    house = await openTestHouse()
    app = createApp(house)
  })
  async function makeHouse() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { number: "10482", name: "Jansen" })
    const invoice = await makeInvoice(house, { ...world, customerId: customer.id }, { number: "VF-1" })
    await world.admin.transaction(tx => indexCases(tx, "customer"))
    const asked = { authorization: await signedIn(house, world.standard), organisationId: world.organisationId }
    const asAdmin = { authorization: await signedIn(house, world.admin), organisationId: world.organisationId }
    return { world, customer, invoice, asked, asAdmin }
  }

  describe("does", () => {
    it("search, look up, show, correct and give the access code", async () => {
      const { customer, invoice, asked } = await makeHouse()
      const found = await ask(app, deeds.searchCases, { ...asked, query: { search: "jansen vf" } })
      expect(found.body).toMatchObject({ cases: [{ ref: { kind: "invoice", id: invoice.id } }], more: 0 })
      const looked = await ask(app, deeds.lookupCases, { ...asked, body: { numbers: ["vf 1", "10482"] } })
      expect((looked.body as { cases: unknown[] }).cases).toHaveLength(2)
      const shown = await ask(app, deeds.getCase, { ...asked, params: { kind: "invoice", id: invoice.id } })
      expect(deeds.getCase.answer?.safeParse(shown.body).success).toBe(true)
      const params = { id: customer.id }
      const body = { generalAddress: " Right@Jansen.example " }
      const corrected = await ask(app, deeds.correctAddress, { ...asked, params, body })
      expect(corrected.body).toMatchObject({ generalAddress: "right@jansen.example" })
      const code = await ask(app, deeds.getAccessCode, { ...asked, params })
      const renewed = await ask(app, deeds.renewAccessCode, { ...asked, params })
      expect([code.status, renewed.status]).toEqual([200, 200])
      expect(renewed.body).not.toEqual(code.body)
    })
    it("take rows in bulk and answer for each", async () => {
      const { world, asAdmin } = await makeHouse()
      const params = { id: world.administrationId }
      const rows = [{ number: "1", name: "One" }, { number: "2" }]
      const answer = await ask(app, rowDeeds.upsertCustomers, { ...asAdmin, params, body: { rows } })
      expect(answer.body).toMatchObject({ rows: [{ outcome: "created" }, { outcome: "refused" }] })
    })
    it("ask the database as often for one match as for many", async () => {
      const { world, customer } = await makeHouse()
      const few = await countQueries(world.standard, one => searchCases(one, { search: "jansen", limit: 50 }))
      for (let count = 0; count < 30; count++) await makeInvoice(house, { ...world, customerId: customer.id })
      await world.admin.transaction(tx => indexCases(tx, "customer"))
      const many = await countQueries(world.standard, one => searchCases(one, { search: "jansen", limit: 50 }))
      expect([few, many]).toEqual([few, few])
      expect(few).toBeGreaterThan(0)
    })
  })

  describe("refuses", () => {
    it("an address that cannot be one, and more rows than a request may hold", async () => {
      const { world, customer, asked, asAdmin } = await makeHouse()
      const body = { generalAddress: "nobody@nowhere" }
      const wrong = await ask(app, deeds.correctAddress, { ...asked, params: { id: customer.id }, body })
      expect([wrong.status, codeOf(wrong)]).toEqual([422, "invalid"])
      const rows = Array.from({ length: 1001 }, () => ({}))
      const many = await ask(app, rowDeeds.upsertInvoices, {
        ...asAdmin,
        params: { id: world.administrationId },
        body: { rows },
      })
      expect([many.status, codeOf(many)]).toEqual([422, "invalid"])
    })
  })

  describe("protects", () => {
    it("another organisation's cases with the answer a missing one gets", async () => {
      const [ours, theirs] = [await makeHouse(), await makeHouse()]
      const forbidden = await ask(app, deeds.getCase, {
        ...ours.asked,
        params: { kind: "customer", id: theirs.customer.id },
      })
      const missing = await ask(app, deeds.getCase, { ...ours.asked, params: { kind: "customer", id: "nothing" } })
      const withoutId = ({ requestId: _, ...body }: { requestId?: string }) => body
      expect(withoutId(forbidden.body as object)).toEqual(withoutId(missing.body as object))
      expect(forbidden.status).toBe(404)
    })
  })
})
