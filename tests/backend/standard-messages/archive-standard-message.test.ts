import { audit } from "@casepost/backend/audit/tables"
import { archiveStandardMessage } from "@casepost/backend/standard-messages/archive-standard-message"
import { listStandardMessages } from "@casepost/backend/standard-messages/list-standard-messages"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { openTestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"
import { makeStandardMessage } from "../../support/standard-messages.ts"

const house = await openTestHouse()
let world: World
beforeEach(async () => {
  world = await makeWorld(house)
})
const listed = async () =>
  (
    await listStandardMessages(world.restricted, {
      administrationId: world.administrationId,
      search: "",
      archived: "false",
    })
  ).standardMessages.map(one => one.id)

describe("archive-standard-message", () => {
  describe("does", () => {
    it("take it out of the chooser and put it back, each once in the audit log", async () => {
      const made = await makeStandardMessage(world.admin, world.administrationId)
      const archived = await archiveStandardMessage(world.admin, { id: made.id, archived: true })
      expect(archived).toEqual({ ...made, archivedAt: expect.any(String) })
      await archiveStandardMessage(world.admin, { id: made.id, archived: true })
      expect(await listed()).toEqual([])
      expect(await archiveStandardMessage(world.admin, { id: made.id, archived: false })).toEqual(made)
      expect(await listed()).toEqual([made.id])
      const lines = await house.database.owner.select().from(audit).where(eq(audit.subjectId, made.id))
      expect(lines.filter(line => line.deed === "archiveStandardMessage").map(line => line.detail)).toEqual([
        { description: made.description, archived: true },
        { description: made.description, archived: false },
      ])
    })
  })

  describe("refuses", () => {
    it("an id that is none", async () => {
      const archived = archiveStandardMessage(world.admin, { id: "nope", archived: true })
      await expect(archived).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("it from everybody but administrators there", async () => {
      const { id } = await makeStandardMessage(world.admin, world.administrationId)
      for (const by of [world.standard, world.restricted])
        await expect(archiveStandardMessage(by, { id, archived: true })).rejects.toMatchObject({ code: "not-allowed" })
      const outsider = await makeWorld(house)
      const archived = archiveStandardMessage(outsider.admin, { id, archived: true })
      await expect(archived).rejects.toMatchObject({ code: "not-found" })
      expect(await listed()).toEqual([id])
    })
  })
})
