import { memberships } from "@casepost/backend/access/tables"
import { newId } from "@casepost/backend/columns"
import { suppressions } from "@casepost/backend/delivery/tables"
import { availableRecipients } from "@casepost/backend/relations/available-recipients"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeRelation, makeUser, makeWorld } from "../../support/make.ts"

describe("available-recipients", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const userIdOf = (context: { actor: unknown }) => (context.actor as { userId: string }).userId

  describe("does", () => {
    it("list the relations of the administration and the colleagues with a right there, by name", async () => {
      const world = await makeWorld(house)
      const administrationIds = [world.administrationId]
      const bailiffs = await makeRelation(house, world.organisationId, { name: "Smit & Hoekstra", administrationIds })
      const accountant = await makeRelation(house, world.organisationId, { name: "Kuiper", administrationIds })
      const local = await makeUser(house, world.organisationId, {
        name: "els kok",
        right: "none",
        only: { [world.administrationId]: "restricted" },
      })
      const { recipients } = await availableRecipients(world.standard, world.administrationId)
      expect(recipients.map(one => [one.kind, one.id, one.name])).toEqual([
        ["colleague", userIdOf(world.admin), "Demo Admin"],
        ["colleague", userIdOf(local), "els kok"],
        ["relation", accountant.id, "Kuiper"],
        ["colleague", userIdOf(world.restricted), "Rick Bos"],
        ["relation", bailiffs.id, "Smit & Hoekstra"],
      ])
    })
    it("know a relation at once after it was linked, and no longer after it was not", async () => {
      const world = await makeWorld(house)
      const relation = await makeRelation(house, world.organisationId)
      const names = async () =>
        (await availableRecipients(world.standard, world.administrationId)).recipients.flatMap(one =>
          one.kind === "relation" ? one.name : [],
        )
      expect(await names()).toEqual([])
      const { organisationId, administrationId } = world
      await house.database.owner
        .insert(relationAdministrations)
        .values({ organisationId, administrationId, relationId: relation.id })
      expect(await names()).toEqual([relation.name])
      await house.database.owner
        .delete(relationAdministrations)
        .where(eq(relationAdministrations.relationId, relation.id))
      expect(await names()).toEqual([])
    })
    it("say who no longer takes mail", async () => {
      const world = await makeWorld(house)
      const { organisationId, administrationId } = world
      const relation = await makeRelation(house, organisationId, { administrationIds: [administrationId] })
      await house.database.owner
        .insert(suppressions)
        .values({ organisationId, address: relation.address, reason: "bounce" })
      const { recipients } = await availableRecipients(world.standard, administrationId)
      expect(recipients.filter(one => one.suppressed).map(one => one.id)).toEqual([relation.id])
    })
    it("give 5,000 relations at once", async () => {
      const world = await makeWorld(house)
      const { organisationId, administrationId } = world
      const ids = Array.from({ length: 5_000 }, newId)
      const db = house.database.owner
      for (let at = 0; at < ids.length; at += 1_000) {
        const some = ids.slice(at, at + 1_000)
        await db
          .insert(relations)
          .values(some.map(id => ({ id, organisationId, name: `Relation ${id}`, address: `${id}@x.example` })))
        await db
          .insert(relationAdministrations)
          .values(some.map(relationId => ({ organisationId, administrationId, relationId })))
      }
      const { recipients } = await availableRecipients(world.standard, administrationId)
      expect(recipients.filter(one => one.kind === "relation")).toHaveLength(5_000)
    })
  })

  describe("refuses", () => {
    it("an administration one has no right in, another organisation's and a missing one alike", async () => {
      const world = await makeWorld(house)
      const theirs = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const local = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      for (const id of [elsewhere, theirs.administrationId, newId(), "x"])
        await expect(availableRecipients(local, id)).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("relations of other administrations, of none, and of other organisations", async () => {
      const world = await makeWorld(house)
      const theirs = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      await makeRelation(house, world.organisationId, { administrationIds: [elsewhere] })
      await makeRelation(house, world.organisationId)
      await makeRelation(house, theirs.organisationId, { administrationIds: [theirs.administrationId] })
      const { recipients } = await availableRecipients(world.standard, world.administrationId)
      expect(recipients.filter(one => one.kind === "relation")).toEqual([])
    })
    it("people who have not accepted their invitation", async () => {
      const world = await makeWorld(house)
      const invited = await makeUser(house, world.organisationId, { name: "Not yet" })
      await house.database.owner
        .update(memberships)
        .set({ invitedAt: new Date() })
        .where(eq(memberships.userId, userIdOf(invited)))
      const { recipients } = await availableRecipients(world.standard, world.administrationId)
      expect(recipients.map(one => one.name)).toEqual(["Demo Admin", "Rick Bos"])
    })
    it("people who were switched off or have a right elsewhere only", async () => {
      const world = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const off = await makeUser(house, world.organisationId, { name: "Off" })
      await house.database.owner
        .update(memberships)
        .set({ disabledAt: new Date() })
        .where(eq(memberships.userId, userIdOf(off)))
      await makeUser(house, world.organisationId, {
        name: "Elsewhere",
        right: "none",
        only: { [elsewhere]: "standard" },
      })
      const { recipients } = await availableRecipients(world.standard, world.administrationId)
      expect(recipients.map(one => one.name)).toEqual(["Demo Admin", "Rick Bos"])
    })
  })
})
