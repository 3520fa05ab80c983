import { indexCases } from "@casepost/backend/cases/search/index-cases"
import { lookupCases } from "@casepost/backend/cases/search/lookup-cases"
import { externalIds } from "@casepost/backend/cases/tables"
import type { Context } from "@casepost/backend/context"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeUser,
  makeWorld,
  type World,
} from "../../../support/make.ts"

async function lookup(
  context: Context,
  texts: { administrationId?: string; numbers?: string[]; externalIds?: string[]; addresses?: string[] },
): Promise<string[]> {
  const { cases } = await lookupCases(context, { numbers: [], externalIds: [], addresses: [], ...texts })
  return cases.map(one => `${one.ref.kind} ${one.number} by ${one.found}`).sort()
}

describe("look up cases", () => {
  let house: TestHouse
  let world: World
  beforeAll(async () => {
    house = await openTestHouse()
    world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { number: "10482", address: "info@jansen.example" })
    const invoice = await makeInvoice(house, { ...world, customerId: customer.id }, { number: "VF-2026-04183" })
    await house.database.owner
      .insert(externalIds)
      .values({ ...world, caseKind: "invoice", caseId: invoice.id, value: "8f3C-22" })
    await world.admin.transaction(tx => indexCases(tx, "customer"))
  })

  describe("does", () => {
    it("looks in one administration only, where it is named", async () => {
      const { id } = await makeCustomer(house, world)
      const second = await makeAdministration(house, world.organisationId)
      const there = await makeCustomer(house, { ...world, administrationId: second }, { address: "two@places.example" })
      const theirs = { ...world, administrationId: second, customerId: there.id }
      await makeInvoice(house, { ...world, customerId: id }, { number: "VF-7" })
      await makeInvoice(house, theirs, { number: "VF/7" })
      await world.admin.transaction(tx => indexCases(tx, "customer"))
      const all = await makeUser(house, world.organisationId)
      const texts = { numbers: ["VF-7"], externalIds: ["8f3C-22"], addresses: ["two@places.example"] }
      expect(await lookup(all, texts)).toHaveLength(4)
      expect(await lookup(all, { ...texts, administrationId: second })).toEqual([
        `customer ${there.number} by two@places.example`,
        "invoice VF/7 by VF-7",
      ])
    })
    it("compares numbers in any case and punctuation, and whole only", async () => {
      expect(await lookup(world.standard, { numbers: ["vf 2026/04183", "1048", "nothing"] })).toEqual([
        "invoice VF-2026-04183 by vf 2026/04183",
      ])
    })
    it("finds by external id as it is written, and by address in any case", async () => {
      expect(await lookup(world.standard, { externalIds: ["8f3C-22"] })).toEqual(["invoice VF-2026-04183 by 8f3C-22"])
      expect(await lookup(world.standard, { externalIds: ["8F3C-22"] })).toEqual([])
      expect(await lookup(world.standard, { addresses: [" Info@JANSEN.example "] })).toEqual([
        "customer 10482 by  Info@JANSEN.example ",
      ])
    })
    it("gives a case once, by the first text that found it", async () => {
      const both = { numbers: ["VF-2026-04183", "VF202604183"], externalIds: ["8f3C-22"] }
      expect(await lookup(world.standard, both)).toHaveLength(1)
    })
  })

  describe("refuses", () => {
    it("nothing a page could hold", async () => {
      expect(
        await lookup(world.standard, { numbers: ["\0", "'", "--", "{}", '"'], externalIds: ["\0", "',("] }),
      ).toEqual([])
    })
  })

  describe("protects", () => {
    const texts = { numbers: ["VF-2026-04183"], externalIds: ["8f3C-22"], addresses: ["info@jansen.example"] }
    it("finds nothing of another organisation", async () => {
      expect(await lookup((await makeWorld(house)).admin, texts)).toEqual([])
    })
    it("finds nothing in administrations one has no right in", async () => {
      const other = await makeAdministration(house, world.organisationId)
      const user = await makeUser(house, world.organisationId, { right: "none", only: { [other]: "administrator" } })
      expect(await lookup(user, texts)).toEqual([])
      const named = { ...texts, administrationId: world.administrationId }
      expect(await lookup(user, named)).toEqual([])
      expect(await lookup(world.standard, { ...texts, administrationId: other })).toEqual([])
      expect(await lookup(world.standard, { ...texts, administrationId: "x" })).toEqual([])
    })
  })
})
