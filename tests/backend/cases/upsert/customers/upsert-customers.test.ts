import { correctAddress } from "@casepost/backend/cases/addresses/correct-address"
import { getCase } from "@casepost/backend/cases/get-case"
import { searchCases } from "@casepost/backend/cases/search/search-cases"
import { customers, externalIds } from "@casepost/backend/cases/tables"
import { upsertCustomers } from "@casepost/backend/cases/upsert/customers/upsert-customers"
import { type Context, makeContext } from "@casepost/backend/context"
import { administrations } from "@casepost/backend/organisations/tables"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../../support/house.ts"
import { makeAdministration, makeCustomer, makeWorld, type World } from "../../../../support/make.ts"

const jansen = {
  number: "10482",
  name: "Jansen & Zonen",
  contacts: [{ name: "P. Jansen", address: "Info@Jansen.example" }],
}

async function upsert(context: Context, world: World, ...rows: unknown[]) {
  const answer = await upsertCustomers(context, { administrationId: world.administrationId, rows })
  return answer.rows.map(({ outcome, detail }) => (detail ? `${outcome}: ${detail}` : outcome))
}

async function idOf(house: TestHouse, world: World, number: string): Promise<string> {
  const { administrationId } = world
  const ours = and(eq(customers.administrationId, administrationId), eq(customers.number, number))
  const [row] = await house.database.owner.select({ id: customers.id }).from(customers).where(ours)
  return row?.id ?? ""
}

async function detailOf(house: TestHouse, world: World, number = jansen.number) {
  return getCase(world.standard, { kind: "customer", id: await idOf(house, world, number) })
}

describe("upsert customers", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    house.setNow(new Date("2026-11-19T09:00:00.000Z"))
  })

  describe("does", () => {
    it("creates, changes and recognises what is the same, and tells per row", async () => {
      const world = await makeWorld(house)
      expect(await upsert(world.admin, world, jansen, { number: "2", name: "De Vries" })).toEqual([
        "created",
        "created",
      ])
      expect(await upsert(world.admin, world, jansen, { number: "2", name: "De Vries B.V." })).toEqual([
        "unchanged",
        "changed",
      ])
      expect(await detailOf(house, world)).toMatchObject({ generalAddress: "info@jansen.example" })
      const found = await searchCases(world.standard, { search: "vries b.v.", limit: 8 })
      expect(found.cases.map(one => one.number)).toEqual(["2"])
      const [administration] = await house.database.owner
        .select()
        .from(administrations)
        .where(eq(administrations.id, world.administrationId))
      expect(administration?.dataAsOf).toEqual(house.now())
    })
    it("leaves alone what a row leaves out, and clears what it sets to null", async () => {
      const world = await makeWorld(house)
      const full = {
        ...jansen,
        language: "de",
        city: "Zwolle",
        standingCc: ["cc@jansen.example"],
        externalIds: ["a-1"],
      }
      await upsert(world.admin, world, full)
      expect(await upsert(world.admin, world, { number: "10482", name: jansen.name, city: null })).toEqual(["changed"])
      expect(await detailOf(house, world)).toMatchObject({ language: "de", standingCc: ["cc@jansen.example"] })
      const stored = eq(customers.id, await idOf(house, world, "10482"))
      const [row] = await house.database.owner.select({ city: customers.city }).from(customers).where(stored)
      expect(row).toEqual({ city: null })
    })
    it("replaces contacts and external ids, keeping the ids of contacts that stay", async () => {
      const world = await makeWorld(house)
      const invoices = { name: "Crediteuren", address: "inv@jansen.example", purpose: "invoices" }
      await upsert(world.admin, world, { ...jansen, contacts: [...jansen.contacts, invoices], externalIds: ["a", "b"] })
      const before = await detailOf(house, world)
      await upsert(world.admin, world, { ...jansen, externalIds: ["b", "c"] })
      const after = await detailOf(house, world)
      expect(before.contacts).toHaveLength(2)
      expect(after.contacts.map(one => one.id)).toEqual([before.contacts[0]?.id])
      const ids = await house.database.owner.select().from(externalIds).where(eq(externalIds.caseId, after.ref.id))
      expect(ids.map(one => one.value).sort()).toEqual(["b", "c"])
    })
    it("keeps a corrected address, as a conflict, until the source's own value changes", async () => {
      const world = await makeWorld(house)
      await upsert(world.admin, world, jansen)
      const customerId = await idOf(house, world, "10482")
      await correctAddress(world.standard, { customerId, generalAddress: "right@jansen.example" })
      expect(await upsert(world.admin, world, jansen)).toEqual(["conflict: Sanne de Wit corrected it on 19 Nov"])
      expect(await detailOf(house, world)).toMatchObject({ generalAddress: "right@jansen.example" })
      const moved = { ...jansen, contacts: [{ name: "P. Jansen", address: "moved@jansen.example" }] }
      expect(await upsert(world.admin, world, moved)).toEqual(["changed"])
      expect(await detailOf(house, world)).toMatchObject({
        generalAddress: "moved@jansen.example",
        contacts: [{ correction: null }],
      })
    })
    it("ends a correction when the source says the same", async () => {
      const world = await makeWorld(house)
      await upsert(world.admin, world, jansen)
      const customerId = await idOf(house, world, "10482")
      await correctAddress(world.standard, { customerId, generalAddress: "right@jansen.example" })
      const caughtUp = { ...jansen, contacts: [{ name: "P. Jansen", address: "right@jansen.example" }] }
      expect(await upsert(world.admin, world, caughtUp)).toEqual(["unchanged"])
      expect((await detailOf(house, world)).contacts).toMatchObject([
        { address: "right@jansen.example", correction: null },
      ])
    })
    it("keeps an address recorded here where the source has no contact", async () => {
      const world = await makeWorld(house)
      await upsert(world.admin, world, { number: "10482", name: "Jansen", contacts: [] })
      const customerId = await idOf(house, world, "10482")
      await correctAddress(world.standard, { customerId, generalAddress: "found@jansen.example" })
      expect(await upsert(world.admin, world, { number: "10482", name: "Jansen", contacts: [] })).toEqual(["unchanged"])
      expect(await detailOf(house, world)).toMatchObject({ generalAddress: "found@jansen.example" })
    })
    it("takes a thousand rows, also with an API key of the administration", async () => {
      const world = await makeWorld(house)
      const key = makeContext(house, {
        actor: { kind: "api-key", keyId: "k", name: "Boekhouding", administrationIds: [world.administrationId] },
        organisationId: world.organisationId,
      })
      const rows = Array.from({ length: 1000 }, (_, place) => ({
        ...jansen,
        number: `C-${place}`,
        externalIds: [`x${place}`],
      }))
      expect(new Set(await upsert(key, world, ...rows))).toEqual(new Set(["created"]))
      expect(new Set(await upsert(key, world, ...rows))).toEqual(new Set(["unchanged"]))
    })
  })

  describe("refuses", () => {
    it("each row that is not right alone, saying which field and why", async () => {
      const world = await makeWorld(house)
      const answer = await upsert(
        world.admin,
        world,
        { ...jansen, name: "" },
        { ...jansen, contacts: [{ name: "P", address: "no address" }] },
        "nonsense",
        { ...jansen, contacts: [...jansen.contacts, ...jansen.contacts] },
        { number: "7", name: "Jansen\r\nBcc: all@example" },
        { number: "1", name: "Right" },
      )
      expect(answer).toEqual([
        "refused: name: Fill this in.",
        "refused: contacts.0.address: This is not a complete e-mail address.",
        expect.stringMatching(/^refused: The row: /),
        "refused: contacts: Only one contact can be the general one.",
        "refused: name: Line breaks and control characters cannot be used here.",
        "created",
      ])
    })
    it("a number that comes twice in one request", async () => {
      const world = await makeWorld(house)
      expect(await upsert(world.admin, world, jansen, jansen)).toEqual([
        "created",
        "refused: Row 0 of this request has the same number.",
      ])
    })
    it("anybody but the administration's administrators", async () => {
      const world = await makeWorld(house)
      for (const context of [world.standard, world.restricted])
        await expect(upsert(context, world, jansen)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("another organisation's administration as if it were not there, and its customers of the same number", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const customer = await makeCustomer(house, theirs, { number: "10482", name: "Theirs" })
      await expect(upsert(ours.admin, theirs, jansen)).rejects.toMatchObject({ code: "not-found" })
      await upsert(ours.admin, ours, jansen)
      expect((await getCase(theirs.admin, { kind: "customer", id: customer.id })).customerName).toBe("Theirs")
    })
    it("the customers of the organisation's other administrations", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId)
      const there = await makeCustomer(house, { ...world, administrationId: other }, { number: "10482", name: "There" })
      await upsert(world.admin, world, jansen)
      const [row] = await house.database.owner.select().from(customers).where(eq(customers.id, there.id))
      expect(row?.name).toBe("There")
    })
  })
})
