import { administrationRights, memberships } from "@casepost/backend/access/tables"
import { newId } from "@casepost/backend/columns"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { listDrafts } from "@casepost/backend/drafts/list-drafts"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { drafts } from "@casepost/backend/drafts/tables"
import { relationAdministrations, relations } from "@casepost/backend/relations/tables"
import type { DraftContent } from "@casepost/shared/drafts"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"

describe("leave out unavailable", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const db = () => house.database.owner
  const userIdOf = (context: { actor: unknown }) => (context.actor as { userId: string }).userId
  const relationIn = (id: string) => ({ kind: "relation" as const, relationId: id })
  const colleague = (id: string) => ({ kind: "colleague" as const, userId: id })
  const typed = { kind: "typed" as const, address: "els@elsewhere.example" }
  const unlink = (id: string) => db().delete(relationAdministrations).where(eq(relationAdministrations.relationId, id))

  async function aCase(world: World, administrationId = world.administrationId) {
    const customer = await makeCustomer(house, { ...world, administrationId })
    return { kind: "customer" as const, id: customer.id }
  }
  const linked = (world: World, name: string) =>
    makeRelation(house, world.organisationId, { name, administrationIds: [world.administrationId] })
  async function written(world: World, content: Partial<DraftContent>) {
    const caseRef = await aCase(world)
    const saved = await saveDraft(world.standard, drafting(caseRef, content))
    return { saved, read: async () => (await getDraft(world.standard, { kind: "message", caseRef })).draft }
  }

  describe("does", () => {
    it("take an unlinked relation out of every field, name it once, and leave the stored draft as it is", async () => {
      const world = await makeWorld(house)
      const [gone, stays] = [await linked(world, "Gone"), await linked(world, "Stays")]
      const both = [relationIn(gone.id), relationIn(stays.id)]
      const reminder = { date: "2026-12-01", time: "09:00", timeZone: "Europe/Amsterdam", recipients: both }
      const content = { cc: [...both, typed], bcc: both, noteRecipients: both, reminder }
      const { saved, read } = await written(world, content)
      expect(saved).toMatchObject({ content, leftOut: [] })
      await unlink(gone.id)
      const only = [relationIn(stays.id)]
      expect(await read()).toMatchObject({
        content: {
          cc: [...only, typed],
          bcc: only,
          noteRecipients: only,
          reminder: { date: "2026-12-01", time: "09:00", recipients: only },
        },
        leftOut: ["Gone"],
      })
      const [row] = await db().select().from(drafts).where(eq(drafts.id, saved.id))
      expect(row?.content.cc).toHaveLength(3)
    })
    it("name them by the draft, else by what they are called, else by what they were", async () => {
      const world = await makeWorld(house)
      const [one, other, third] = [
        await linked(world, "Called now"),
        await linked(world, "Unnamed"),
        await linked(world, "Deleted"),
      ]
      const cc = [one, other, third].map(relation => relationIn(relation.id))
      const { read } = await written(world, { cc, names: { [one.id]: "Called then" } })
      for (const relation of [one, other]) await unlink(relation.id)
      await db().delete(relations).where(eq(relations.id, third.id))
      expect(await read()).toMatchObject({
        content: { cc: [] },
        leftOut: ["Called then", "Unnamed", "A relation who was deleted"],
      })
    })
    it("take out colleagues who were switched off or have no right there any more", async () => {
      const world = await makeWorld(house)
      const { organisationId, administrationId } = world
      const only = { [administrationId]: "restricted" as const }
      const off = await makeUser(house, organisationId, { name: "Off" })
      const local = await makeUser(house, organisationId, { name: "Local", right: "none", only })
      const lost = await makeUser(house, organisationId, { name: "Lost", right: "none", only })
      const ids = [off, local, lost].map(userIdOf)
      const { saved, read } = await written(world, { cc: ids.map(colleague) })
      expect(saved.leftOut).toEqual([])
      await db()
        .update(memberships)
        .set({ disabledAt: new Date() })
        .where(eq(memberships.userId, ids[0] ?? ""))
      const [membership] = await db()
        .select()
        .from(memberships)
        .where(eq(memberships.userId, ids[2] ?? ""))
      await db()
        .delete(administrationRights)
        .where(eq(administrationRights.membershipId, membership?.id ?? ""))
      expect(await read()).toMatchObject({ content: { cc: [colleague(ids[1] ?? "")] }, leftOut: ["Off", "Lost"] })
    })
    it("say so in the answer to a save, too", async () => {
      const world = await makeWorld(house)
      const gone = await makeRelation(house, world.organisationId, { name: "Nowhere" })
      const { saved } = await written(world, { cc: [relationIn(gone.id)] })
      expect(saved).toMatchObject({ content: { cc: [] }, leftOut: ["Nowhere"] })
    })
    it("look at each draft in its own administration, with as many questions for many drafts as for few", async () => {
      const world = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const user = await makeUser(house, world.organisationId)
      const relation = await linked(world, "Here only")
      const local = await makeUser(house, world.organisationId, {
        name: "Elsewhere only",
        right: "none",
        only: { [elsewhere]: "standard" },
      })
      const cc = [relationIn(relation.id), colleague(userIdOf(local))]
      await saveDraft(user, drafting(await aCase(world), { cc }))
      await saveDraft(user, drafting(await aCase(world, elsewhere), { cc }))
      const few = await countQueries(user, listDrafts)
      const { drafts: two } = await listDrafts(user)
      expect(two.map(draft => [draft.content.cc, draft.leftOut])).toEqual([
        [[cc[1]], ["Here only"]],
        [[cc[0]], ["Elsewhere only"]],
      ])
      for (let more = 0; more < 8; more++) await saveDraft(user, drafting(await aCase(world), { cc }))
      expect(await countQueries(user, listDrafts)).toBe(few)
    })
    it("read drafts that were stored before notes had recipients", async () => {
      const world = await makeWorld(house)
      const { saved, read } = await written(world, {})
      const old = { to: [], cc: [], bcc: [], subject: "Old", bodyHtml: "", attachmentIds: [] }
      await db()
        .update(drafts)
        .set({ content: old as never })
        .where(eq(drafts.id, saved.id))
      expect(await read()).toMatchObject({
        content: { subject: "Old", noteRecipients: [], reminder: null, names: {} },
        leftOut: [],
      })
    })
  })

  describe("refuses", () => {
    it("ids that cannot be anybody's, without failing", async () => {
      const world = await makeWorld(house)
      const { saved } = await written(world, { cc: [relationIn("x"), colleague("y"), colleague(newId())] })
      expect(saved).toMatchObject({
        content: { cc: [] },
        leftOut: ["A relation who was deleted", "A colleague who was deleted", "A colleague who was deleted"],
      })
    })
  })

  describe("protects", () => {
    it("the names of other organisations' relations and people", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const relation = await linked(theirs, "Their secret bailiff")
      const cc = [relationIn(relation.id), colleague(userIdOf(theirs.admin))]
      const { saved } = await written(ours, { cc })
      expect(saved).toMatchObject({
        content: { cc: [] },
        leftOut: ["A relation who was deleted", "A colleague who was deleted"],
      })
    })
  })
})
