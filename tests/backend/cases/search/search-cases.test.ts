import { indexCases } from "@casepost/backend/cases/search/index-cases"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { contacts, customers, externalIds, invoices } from "@casepost/backend/cases/tables"
import { newId } from "@casepost/backend/columns"
import type { Context } from "@casepost/backend/context"
import { conversations } from "@casepost/backend/entries/tables"
import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openLonelyHouse, openTestHouse, type TestHouse } from "../../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeUser,
  makeWorld,
  type World,
} from "../../../support/make.ts"

/** What make.ts writes past the verbs becomes findable. */
async function index(context: Context) {
  await context.transaction(async tx => {
    for (const kind of ["customer", "matter", "invoice"] as const) await indexCases(tx, kind)
  })
}

async function numbers(context: Context, search: string, more: { administrationId?: string; limit?: number } = {}) {
  const found = await searchCases(context, { search, limit: 8, ...more })
  return found.cases.map(one => one.number)
}

/** Jansen with two invoices (one settled) and a matter, and De Vries with one. */
async function makeCases(house: TestHouse, world: World) {
  const jansen = await makeCustomer(house, world, {
    number: "10482",
    name: "Jansen & Zonen Aannemers B.V.",
    city: "Zwolle",
    address: "info@jansen.example",
  })
  const vries = await makeCustomer(house, world, {
    number: "10391",
    name: "Café De Vriés",
    address: "hallo@vries.example",
  })
  await house.database.owner.update(contacts).set({ name: "Marieke" }).where(eq(contacts.id, vries.contactId))
  const ofJansen = { ...world, customerId: jansen.id }
  const late = await makeInvoice(house, ofJansen, { number: "VF-2026-04183" })
  await makeInvoice(house, ofJansen, { number: "VF-2026-04102", state: "paid", openAmount: "0" })
  await makeInvoice(house, { ...world, customerId: vries.id }, { number: "VF-2026-05555" })
  const matter = await makeMatter(house, { ...ofJansen, invoiceIds: [late.id] }, { number: "M-2026-0004" })
  await index(world.admin)
  return { jansen, vries, late, matter }
}

describe.each(["postgres", "pglite"] as const)("search cases on %s", engine => {
  let house: TestHouse
  let world: World
  let cases: Awaited<ReturnType<typeof makeCases>>
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
    world = await makeWorld(house)
    cases = await makeCases(house, world)
  })

  describe("does", () => {
    it("finds a number in any case and punctuation, whole, by its beginning and by its end", async () => {
      for (const typed of ["VF-2026-04183", "vf 2026 04183", "vf202604183", "VF-2026-0418", "04183"])
        expect((await numbers(world.standard, typed))[0], typed).toBe("VF-2026-04183")
    })
    it("narrows with every word", async () => {
      expect((await numbers(world.standard, "jansen"))[0]).toBe("10482")
      expect(await numbers(world.standard, "jansen 04")).toEqual([
        "VF-2026-04183",
        "M-2026-0004",
        "10482",
        "VF-2026-04102",
      ])
      expect(await numbers(world.standard, "jansen 0418")).toEqual(["VF-2026-04183"])
      expect(await numbers(world.standard, "jansen 05555")).toEqual([])
    })
    it("finds a customer by address, town, contact and external id", async () => {
      await house.database.owner
        .insert(externalIds)
        .values({ ...world, caseKind: "customer", caseId: cases.vries.id, value: "a1B2-c3/D4" })
      await world.admin.transaction(tx => indexCases(tx, "customer", [cases.vries.id]))
      expect((await numbers(world.standard, "info@jansen.example"))[0]).toBe("10482")
      expect(await numbers(world.standard, "zwolle")).toEqual(["10482"])
      expect((await numbers(world.standard, "a1B2-c3/D4"))[0]).toBe("10391")
      expect(await numbers(world.standard, "marieke")).toEqual(["10391"])
    })
    it("forgives accents, missing and doubled letters and neighbours that changed places", async () => {
      for (const typed of ["vries", "VRIÉS", "vris", "vriies", "vreis"])
        expect((await numbers(world.standard, typed))[0], typed).toMatch(/10391|VF-2026-05555/)
      for (const typed of ["jansn", "janssen", "jnasen"])
        expect((await numbers(world.standard, typed))[0], typed).toBe("10482")
      expect(await numbers(world.standard, "VF-2026-04138")).toContain("VF-2026-04183")
    })
    it("puts the exact number before its beginning, and open before settled", async () => {
      const own = await makeWorld(house)
      const customer = await makeCustomer(house, own, { number: "C-9", name: "Bakker" })
      const place = { ...own, customerId: customer.id }
      await makeInvoice(house, place, { number: "F-100-2" })
      await makeInvoice(house, place, { number: "F-100-1", state: "paid" })
      await makeInvoice(house, place, { number: "F-100", state: "paid" })
      await index(own.admin)
      expect(await numbers(own.standard, "F-100")).toEqual(["F-100", "F-100-2", "F-100-1"])
    })
    it("keeps to one kind and one administration where asked, and counts what is beyond the limit", async () => {
      const own = await makeWorld(house)
      const other = await makeAdministration(house, own.organisationId)
      const here = await makeCustomer(house, own, { name: "Mulder" })
      const there = await makeCustomer(house, { ...own, administrationId: other }, { name: "Mulder" })
      for (const number of ["I-1", "I-2", "I-3"]) await makeInvoice(house, { ...own, customerId: here.id }, { number })
      await index(own.admin)
      const admin = await makeUser(house, own.organisationId, { right: "administrator" })
      expect(await numbers(admin, "mulder", { administrationId: other })).toEqual([there.number])
      const found = await searchCases(admin, { search: "mulder", kind: "invoice", limit: 2 })
      expect(found).toMatchObject({ cases: [{ number: "I-1" }, { number: "I-2" }], more: 1 })
    })
    it("shows, before anything is typed, what was last written about and then what is longest due", async () => {
      const own = await makeWorld(house)
      const customer = await makeCustomer(house, own)
      const place = { ...own, customerId: customer.id }
      const [recent, late] = [
        await makeInvoice(house, place, { dueDate: "2026-12-01" }),
        await makeInvoice(house, place),
      ]
      await makeInvoice(house, place, { state: "paid", openAmount: "0" })
      const talk = { ...place, caseKind: "invoice", lastMessageId: newId(), lastAt: new Date() }
      await house.database.owner.insert(conversations).values({ ...talk, caseId: recent.id })
      expect(await numbers(own.standard, " ")).toEqual([recent.number, late.number])
    })
    it("follows a changed name, address and state", async () => {
      const own = await makeWorld(house)
      const customer = await makeCustomer(house, own, { name: "Oudenaam" })
      const invoice = await makeInvoice(house, { ...own, customerId: customer.id })
      await index(own.admin)
      await own.admin.transaction(async tx => {
        await tx.update(customers).set({ name: "Nieuwkoop" }).where(eq(customers.id, customer.id))
        await tx.update(contacts).set({ address: "post@kwekerij.example" }).where(eq(contacts.customerId, customer.id))
        await tx.update(invoices).set({ state: "paid" }).where(eq(invoices.id, invoice.id))
        await indexCases(tx, "customer", [customer.id])
      })
      expect(await numbers(own.standard, "nieuwkoop")).toEqual([customer.number, invoice.number])
      expect(await numbers(own.standard, "kwekerij")).toEqual([customer.number])
      expect(await numbers(own.standard, "oudenaam")).toEqual([])
    })
  })

  describe("refuses", () => {
    it("nothing anybody could type", async () => {
      for (const typed of [
        "'; drop table customers; --",
        "%",
        "_",
        "\\",
        "%s %L %1$L",
        "\0",
        "🙂",
        "((",
        "a".repeat(200),
      ])
        expect(Array.isArray(await numbers(world.standard, typed)), typed).toBe(true)
    })
  })

  describe("protects", () => {
    it("never finds another organisation's cases", async () => {
      const theirs = await makeWorld(house)
      await index(theirs.admin)
      for (const typed of ["VF-2026-04183", "jansen", "jansn", ""])
        expect(await numbers(theirs.admin, typed), typed).toEqual([])
    })
    it("never finds cases of an administration one has no right in, and finds none without rights", async () => {
      const other = await makeAdministration(house, world.organisationId)
      const elsewhere = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [other]: "administrator" },
      })
      const nowhere = await makeUser(house, world.organisationId, { right: "none" })
      for (const typed of ["VF-2026-04183", "jansen", ""]) {
        expect(await numbers(elsewhere, typed)).toEqual([])
        expect(await numbers(elsewhere, typed, { administrationId: world.administrationId })).toEqual([])
        expect(await numbers(nowhere, typed)).toEqual([])
      }
    })
    it("lets a restricted user search", async () => {
      expect(await numbers(world.restricted, "04183")).toEqual(["VF-2026-04183"])
    })
  })
})

describe("search cases among fifty thousand", () => {
  it("still finds the one, and stops counting at fifty more", async () => {
    const house = await openLonelyHouse()
    const world = await makeWorld(house)
    const { organisationId, administrationId } = world
    await house.database.owner.execute(sql`
      insert into customers (id, organisation_id, administration_id, number, name)
      select gen_random_uuid(), ${organisationId}, ${administrationId}, 'K' || n, 'Handelsonderneming ' || n from generate_series(1, 2000) n`)
    await house.database.owner.execute(sql`
      insert into invoices (id, organisation_id, administration_id, customer_id, number, amount, open_amount, currency,
        invoice_date, due_date, state)
      select gen_random_uuid(), c.organisation_id, c.administration_id, c.id, 'VF-' || substr(c.number, 2) || '-' || n, 1, 1, 'EUR',
        '2026-01-01', '2026-02-01', case when n < 5 then 'open' else 'paid' end
      from customers c, generate_series(1, 24) n`)
    await index(world.admin)
    expect((await numbers(world.standard, "vf-1234-7"))[0]).toBe("VF-1234-7")
    expect(await numbers(world.standard, "handelsonderneming 1234 vf 7")).toContain("VF-1234-7")
    expect((await numbers(world.standard, "handelsonderneminng"))[0]).toMatch(/^K/)
    const wide = await searchCases(world.standard, { search: "handelsonderneming", limit: 8 })
    expect(wide).toMatchObject({ more: 50, cases: { length: 8 } })
    await house.database.close()
  })
})
