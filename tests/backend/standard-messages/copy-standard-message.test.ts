import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { audit } from "@casepost/backend/audit/tables"
import { copyStandardMessage } from "@casepost/backend/standard-messages/copy-standard-message"
import { getStandardMessage } from "@casepost/backend/standard-messages/get-standard-message"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openTestHouse } from "../../support/house.ts"
import { contextOf, makeAdministration, makeRelation, makeUser, makeWorld, type World } from "../../support/make.ts"
import { makeStandardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
const db = house.database.owner
let world: World
let elsewhere: string
beforeEach(async () => {
  world = await makeWorld(house)
  elsewhere = await makeAdministration(house, world.organisationId)
  // Her rights are read anew: there is one administration more.
  const { userId, name, email } = world.admin.actor as { userId: string; name: string; email: string }
  world.admin = await contextOf(house, { userId, name, email, organisationId: world.organisationId })
})

describe("copy-standard-message", () => {
  describe("does", () => {
    it("copy texts, people and files beside it, under a description that is free", async () => {
      const file = await uploadAttachment(world.admin, { name: "a.txt", bytes: Buffer.from("a") })
      const made = await makeStandardMessage(world.admin, world.administrationId, {
        cc: [{ kind: "typed", address: "els@x.example", name: "Els" }],
        attachmentIds: [file.id],
        attachInvoicePdf: true,
      })
      const first = await copyStandardMessage(world.admin, { id: made.id })
      const second = await copyStandardMessage(world.admin, { id: made.id })
      expect([first, second].map(one => one.standardMessage.description)).toEqual([
        "Second reminder, friendly (copy)",
        "Second reminder, friendly (copy 2)",
      ])
      const { standardMessage: copy, leftOut } = first
      expect(leftOut).toEqual([])
      expect(copy).toMatchObject({ texts: made.texts, cc: made.cc, attachInvoicePdf: true, uses: 0, version: 1 })
      expect(copy.attachments).toMatchObject([{ name: "a.txt" }])
      expect(copy.attachments[0]?.id).not.toBe(file.id)
      const rows = await db.select().from(attachments).where(eq(attachments.ownerId, copy.id))
      expect(rows).toHaveLength(1)
      expect(await getStandardMessage(world.admin, made.id)).toEqual(made)
    })
    it("copy into another administration, leaving out by name who is not available there", async () => {
      const [here, both] = [
        await makeRelation(house, world.organisationId, { name: "Here", administrationIds: [world.administrationId] }),
        await makeRelation(house, world.organisationId, {
          name: "Both",
          administrationIds: [world.administrationId, elsewhere],
        }),
      ]
      const only = await makeUser(house, world.organisationId, {
        name: "Only here",
        right: "none",
        only: { [world.administrationId]: "standard" },
      })
      const made = await makeStandardMessage(world.admin, world.administrationId, {
        cc: [here, both].map(({ id }) => ({ kind: "relation" as const, relationId: id })),
        bcc: [{ kind: "colleague", userId: (only.actor as { userId: string }).userId }],
      })
      const { standardMessage: copy, leftOut } = await copyStandardMessage(world.admin, {
        id: made.id,
        administrationId: elsewhere,
      })
      expect(leftOut).toEqual(["Here", "Only here"])
      expect(copy).toMatchObject({ administrationId: elsewhere, description: made.description, bcc: [] })
      expect(copy.cc.map(one => [one.name, one.available])).toEqual([["Both", true]])
      const [line] = await db.select().from(audit).where(eq(audit.subjectId, copy.id))
      expect(line).toMatchObject({ deed: "copyStandardMessage", administrationId: elsewhere, detail: { leftOut } })
    })
    it("let an administrator elsewhere copy what she may read", async () => {
      const made = await makeStandardMessage(world.admin, world.administrationId)
      const mixed = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "restricted", [elsewhere]: "administrator" },
      })
      const copied = copyStandardMessage(mixed, { id: made.id, administrationId: elsewhere })
      await expect(copied).resolves.toMatchObject({ standardMessage: { administrationId: elsewhere } })
      await expect(copyStandardMessage(mixed, { id: made.id })).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("refuses", () => {
    it("an administration that is none", async () => {
      const made = await makeStandardMessage(world.admin, world.administrationId)
      const copied = copyStandardMessage(world.admin, { id: made.id, administrationId: "nope" })
      await expect(copied).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("it from other organisations, and administrations from those who do not administer them", async () => {
      const made = await makeStandardMessage(world.admin, world.administrationId)
      const outsider = await makeWorld(house)
      await expect(
        copyStandardMessage(outsider.admin, { id: made.id, administrationId: outsider.administrationId }),
      ).rejects.toMatchObject({ code: "not-found" })
      await expect(
        copyStandardMessage(world.admin, { id: made.id, administrationId: outsider.administrationId }),
      ).rejects.toMatchObject({ code: "not-found" })
      await expect(copyStandardMessage(world.standard, { id: made.id })).rejects.toMatchObject({ code: "not-allowed" })
    })
  })
})
