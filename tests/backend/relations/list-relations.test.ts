import { suppressions } from "@casepost/backend/delivery/tables"
import { listRelations } from "@casepost/backend/relations/list-relations"
import { relations } from "@casepost/backend/relations/tables"
import { type RelationSort, relationSorts } from "@casepost/shared/relations"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"

describe("list-relations", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const first = { sort: "name" as RelationSort, limit: 30 }
  const namesOf = async (world: World, asked: Partial<Parameters<typeof listRelations>[1]> = {}) =>
    (await listRelations(world.admin, { ...first, ...asked })).relations.map(one => one.name)

  describe("does", () => {
    it("give relations with where they are available and whether they take mail", async () => {
      const world = await makeWorld(house)
      const other = await makeAdministration(house, world.organisationId, { name: "Aarts" })
      const relation = await makeRelation(house, world.organisationId, {
        administrationIds: [world.administrationId, other],
      })
      const { organisationId } = world
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId, address: relation.address, reason: "bounce" })
      expect(await listRelations(world.admin, first)).toEqual({
        relations: [
          {
            ...relation,
            administrations: [
              { id: other, name: "Aarts" },
              { id: world.administrationId, name: "Van der Meer Groep NL" },
            ],
            suppressed: true,
            updatedAt: expect.any(String),
          },
        ],
        total: 1,
        nextCursor: null,
      })
    })
    it("find in name and address, whatever the case, accents and signs", async () => {
      const world = await makeWorld(house)
      for (const [name, address] of [
        ["Smit & Hoekstra", "dossiers@smithoekstra.example"],
        ["Élise Müller", "elise@kanzlei.example"],
        ["O'Neil 100%", "info@xn--mnchen-3ya.example"],
        ["🧾", "bon@x.example"],
      ] as const)
        await makeRelation(house, world.organisationId, { name, address })
      expect(await namesOf(world, { search: "hoekstra SMIT" })).toEqual(["Smit & Hoekstra"])
      expect(await namesOf(world, { search: "elise muller" })).toEqual(["Élise Müller"])
      expect(await namesOf(world, { search: "KANZLEI.ex" })).toEqual(["Élise Müller"])
      expect(await namesOf(world, { search: "o'neil" })).toEqual(["O'Neil 100%"])
      expect(await namesOf(world, { search: "%" })).toEqual(["O'Neil 100%"])
      expect(await namesOf(world, { search: "info@münchen.example" })).toEqual(["O'Neil 100%"])
      expect(await namesOf(world, { search: "🧾" })).toEqual(["🧾"])
      expect(await namesOf(world, { search: "  " })).toHaveLength(4)
      expect(await namesOf(world, { search: "nobody" })).toEqual([])
    })
    it("narrow to an administration, or to what is available nowhere", async () => {
      const world = await makeWorld(house)
      const { organisationId, administrationId } = world
      await makeRelation(house, organisationId, { name: "Here", administrationIds: [administrationId] })
      await makeRelation(house, organisationId, { name: "Nowhere" })
      expect(await namesOf(world, { administrationId })).toEqual(["Here"])
      expect(await namesOf(world, { administrationId: "nowhere" })).toEqual(["Nowhere"])
      expect(await namesOf(world, { administrationId: "x" })).toEqual([])
    })
    it.each(relationSorts)("turn every page sorted by %s, each relation once, in one order", async sort => {
      const world = await makeWorld(house)
      const names = [
        "b",
        "Álvarez",
        "alvarez",
        "a".repeat(200),
        `${"a".repeat(199)}b`,
        "Zorg",
        "-dash",
        "ش".repeat(200),
      ]
      for (const [place, name] of names.entries()) {
        const { id } = await makeRelation(house, world.organisationId, { name, address: `${7 - place}@x.example` })
        const updatedAt = new Date(Date.UTC(2026, 10, place % 3))
        await house.database.owner.update(relations).set({ updatedAt }).where(eq(relations.id, id))
      }
      const whole = await listRelations(world.admin, { sort, limit: 100 })
      expect(whole.total).toBe(8)
      const pages: string[] = []
      let cursor: string | null = null
      do {
        const page = await listRelations(world.admin, { sort, limit: 3, ...(cursor ? { cursor } : {}) })
        expect(page.total).toBe(8)
        pages.push(...page.relations.map(one => one.id))
        cursor = page.nextCursor
        expect(cursor?.length ?? 0).toBeLessThanOrEqual(400)
      } while (cursor)
      expect(pages).toEqual(whole.relations.map(one => one.id))
      expect(new Set(pages).size).toBe(8)
    })
    it("come first when they are available nowhere, sorted by administrations", async () => {
      const world = await makeWorld(house)
      const { organisationId, administrationId } = world
      await makeRelation(house, organisationId, { name: "Here", administrationIds: [administrationId] })
      await makeRelation(house, organisationId, { name: "Nowhere" })
      expect(await namesOf(world, { sort: "administrations" })).toEqual(["Nowhere", "Here"])
      expect(await namesOf(world, { sort: "-administrations" })).toEqual(["Here", "Nowhere"])
    })
    it("sort names as people do: accents and case do not count", async () => {
      const world = await makeWorld(house)
      for (const name of ["zorg", "Étienne", "Eva", "adam", "Bo"])
        await makeRelation(house, world.organisationId, { name })
      expect(await namesOf(world)).toEqual(["adam", "Bo", "Étienne", "Eva", "zorg"])
      expect(await namesOf(world, { sort: "-name" })).toEqual(["zorg", "Eva", "Étienne", "Bo", "adam"])
    })
    it("ask the database as often for one as for many", async () => {
      const world = await makeWorld(house)
      const asking = () => countQueries(world.admin, context => listRelations(context, { ...first, search: "smit" }))
      await makeRelation(house, world.organisationId)
      const one = await asking()
      for (let more = 0; more < 20; more++)
        await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      expect(await asking()).toBe(one)
    })
  })

  describe("refuses", () => {
    it.each(["x", "", Buffer.from("name x y").toString("base64url")])("the cursor %j", async cursor => {
      const world = await makeWorld(house)
      await expect(listRelations(world.admin, { ...first, cursor })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "cursor" }],
      })
    })
    it("a cursor of another order", async () => {
      const world = await makeWorld(house)
      for (const name of ["a", "b"]) await makeRelation(house, world.organisationId, { name })
      const { nextCursor } = await listRelations(world.admin, { sort: "name", limit: 1 })
      await expect(
        listRelations(world.admin, { sort: "-name", limit: 1, cursor: nextCursor ?? "" }),
      ).rejects.toMatchObject({ code: "invalid" })
    })
  })

  describe("protects", () => {
    it("the address book from everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      const local = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "administrator" },
      })
      for (const context of [world.standard, world.restricted, local])
        await expect(listRelations(context, first)).rejects.toMatchObject({ code: "not-allowed" })
    })
    it("other organisations' relations", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await makeRelation(house, theirs.organisationId, { administrationIds: [theirs.administrationId] })
      expect(await listRelations(ours.admin, first)).toEqual({ relations: [], total: 0, nextCursor: null })
      expect(await namesOf(ours, { administrationId: theirs.administrationId })).toEqual([])
    })
  })
})
