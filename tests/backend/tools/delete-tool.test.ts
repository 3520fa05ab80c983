import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { deleteTool } from "@casepost/backend/tools/delete-tool"
import { listTools } from "@casepost/backend/tools/list-tools"
import { recordSightings } from "@casepost/backend/tools/record-sightings"
import { toolReporters, toolSightings } from "@casepost/backend/tools/tables"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeTool } from "../../support/tools.ts"

describe("delete-tool", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("deletes it with what was counted, says so in the audit log, and leaves the address free", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      await recordSightings(world.standard, { id: tool.id, sightings: [{ kind: "invoice", pages: 2 }] })
      await deleteTool(world.admin, tool.id)
      expect((await listTools(world.admin)).tools).toEqual([])
      const db = house.database.owner
      expect(await db.select().from(toolSightings).where(eq(toolSightings.toolId, tool.id))).toEqual([])
      expect(await db.select().from(toolReporters).where(eq(toolReporters.toolId, tool.id))).toEqual([])
      const lines = await db
        .select()
        .from(audit)
        .where(and(eq(audit.subjectId, tool.id), eq(audit.deed, "deleteTool")))
      expect(lines).toMatchObject([{ detail: { name: tool.name, address: tool.address } }])
      expect((await makeTool(world.admin)).version).toBe(1)
    })
  })

  describe("refuses", () => {
    it("what is gone already", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      await deleteTool(world.admin, tool.id)
      await expect(deleteTool(world.admin, tool.id)).rejects.toMatchObject({ code: "not-found" })
    })
  })

  describe("protects", () => {
    it("the tools of others, and those of one's own from colleagues", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const tool = await makeTool(theirs.admin)
      for (const id of [tool.id, newId(), "x"])
        await expect(deleteTool(ours.admin, id)).rejects.toMatchObject({ code: "not-found" })
      for (const context of [theirs.standard, theirs.restricted])
        await expect(deleteTool(context, tool.id)).rejects.toMatchObject({ code: "not-allowed" })
      expect((await listTools(theirs.admin)).tools).toHaveLength(1)
    })
  })
})
