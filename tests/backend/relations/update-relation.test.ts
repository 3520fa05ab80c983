import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { listDrafts } from "@casepost/backend/drafts/list-drafts"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { availableRecipients } from "@casepost/backend/relations/available-recipients"
import { getRelation } from "@casepost/backend/relations/get-relation"
import { relations } from "@casepost/backend/relations/tables"
import { updateRelation } from "@casepost/backend/relations/update-relation"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"
import { untilWaiting } from "../../support/until-waiting.ts"

describe("update-relation", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const linked = (world: World) =>
    makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
  const auditOf = (id: string) => house.database.owner.select().from(audit).where(eq(audit.subjectId, id))

  describe("does", () => {
    it("change name, address and administrations at once, and say what they were in the audit log", async () => {
      house.setNow(new Date("2026-11-23T09:00:00.000Z"))
      const world = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId, { name: "Aarts" })
      const before = await linked(world)
      const changes = { name: "Deloo", address: "dossier@deloo.example", administrationIds: [elsewhere] }
      const after = await updateRelation(world.admin, { id: before.id, ...changes })
      house.setNow(undefined)
      expect(after).toEqual({
        id: before.id,
        name: "Deloo",
        address: "dossier@deloo.example",
        administrations: [{ id: elsewhere, name: "Aarts" }],
        suppressed: false,
        updatedAt: "2026-11-23T09:00:00.000Z",
      })
      expect(await getRelation(world.admin, before.id)).toEqual(after)
      expect(await auditOf(before.id)).toMatchObject([
        {
          deed: "updateRelation",
          detail: {
            name: { from: before.name, to: "Deloo" },
            address: { from: before.address, to: "dossier@deloo.example" },
            administrations: { from: ["Van der Meer Groep NL"], to: ["Aarts"] },
          },
        },
      ])
    })
    it("say only what changed, and nothing where nothing did", async () => {
      const world = await makeWorld(house)
      const before = await linked(world)
      const same = { ...before, administrationIds: [world.administrationId] }
      const untouched = await updateRelation(world.admin, same)
      expect(await auditOf(before.id)).toEqual([])
      expect(untouched).toEqual(await getRelation(world.admin, before.id))
      await updateRelation(world.admin, { ...same, name: "Deloo" })
      expect((await auditOf(before.id))[0]?.detail).toEqual({ name: { from: before.name, to: "Deloo" } })
    })
    it("take an unlinked one out of pickers and drafts at once, and keep it from being sent to", async () => {
      const world = await makeWorld(house)
      const relation = await linked(world)
      const customer = await makeCustomer(house, world)
      const caseRef = { kind: "customer" as const, id: customer.id }
      const cc = [{ kind: "relation" as const, relationId: relation.id }]
      await saveDraft(world.standard, drafting(caseRef, { cc }))
      await updateRelation(world.admin, { ...relation, administrationIds: [] })
      const { recipients } = await availableRecipients(world.standard, world.administrationId)
      expect(recipients.filter(one => one.kind === "relation")).toEqual([])
      const { drafts } = await listDrafts(world.standard)
      expect(drafts).toMatchObject([{ content: { cc: [] }, leftOut: [relation.name] }])
      await expect(sendMessage(world.standard, writing(caseRef, { cc }))).rejects.toMatchObject({
        code: "relation-unavailable",
      })
    })
  })

  describe("refuses", () => {
    it("the address of another relation, and names that one", async () => {
      const world = await makeWorld(house)
      const [one, other] = [await linked(world), await makeRelation(house, world.organisationId, { name: "Kuiper" })]
      const problem = await updateRelation(world.admin, {
        ...one,
        address: other.address,
        administrationIds: [],
      }).catch(error => error)
      expect(problem).toMatchObject({ code: "already-exists", fields: [{ path: "address" }] })
      expect(problem.message).toContain("“Kuiper”")
    })
    it("an address that somebody takes at the same moment", async () => {
      const world = await makeWorld(house)
      const [one, other] = [await linked(world), await linked(world)]
      const address = "new@x.example"
      const changing = await house.database.owner.transaction(async tx => {
        await tx.update(relations).set({ address }).where(eq(relations.id, other.id))
        const waiting = updateRelation(world.admin, { ...one, address, administrationIds: [] }).catch(error => error)
        await untilWaiting(house, "update")
        return { waiting }
      })
      expect(await changing.waiting).toMatchObject({ code: "already-exists", fields: [{ path: "address" }] })
    })
    it("administrations that are not there, and leaves everything as it was", async () => {
      const world = await makeWorld(house)
      const relation = await linked(world)
      const before = await getRelation(world.admin, relation.id)
      await expect(
        updateRelation(world.admin, { ...relation, name: "New", administrationIds: [newId()] }),
      ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "administrationIds.0" }] })
      expect(await getRelation(world.admin, relation.id)).toEqual(before)
    })
  })

  describe("protects", () => {
    it("the relations of others as if they were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const relation = await linked(theirs)
      for (const id of [relation.id, newId(), "x"]) {
        await expect(updateRelation(ours.admin, { ...relation, id, administrationIds: [] })).rejects.toMatchObject({
          code: "not-found",
        })
        await expect(getRelation(ours.admin, id)).rejects.toMatchObject({ code: "not-found" })
      }
    })
    it("relations from everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      const relation = await linked(world)
      const local = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "administrator" },
      })
      for (const context of [world.standard, world.restricted, local]) {
        const changing = updateRelation(context, { ...relation, administrationIds: [] })
        await expect(changing).rejects.toMatchObject({ code: "not-allowed" })
        await expect(getRelation(context, relation.id)).rejects.toMatchObject({ code: "not-allowed" })
      }
    })
  })
})
