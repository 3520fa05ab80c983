import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { listTools } from "@casepost/backend/tools/list-tools"
import { tools } from "@casepost/backend/tools/tables"
import { updateTool } from "@casepost/backend/tools/update-tool"
import type { Tool } from "@casepost/shared/tools"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeUser, makeWorld } from "../../support/make.ts"
import { makeTool, toolOf } from "../../support/tools.ts"
import { untilWaiting } from "../../support/until-waiting.ts"

const page = {
  path: "/invoices/*",
  shows: "case" as const,
  fields: [{ from: "text" as const, kind: "invoice" as const, names: "number" as const, selector: "h1" }],
}

describe("update-tool", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  const change = ({ id, version }: Tool, changes: Parameters<typeof toolOf>[0]) => ({
    id,
    version,
    ...toolOf(changes),
  })
  const audited = async (id: string) =>
    (await house.database.owner.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.createdAt))
      .filter(line => line.deed === "updateTool")
      .map(line => line.detail)

  describe("does", () => {
    it("switches it off and on, and keeps who did it and when", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      const lotte = await makeUser(house, world.organisationId, { name: "Lotte Vermeulen", right: "administrator" })
      const off = await updateTool(lotte, change(tool, { on: false }))
      expect(off).toMatchObject({ on: false, switchedBy: "Lotte Vermeulen", version: 2, health: { state: "off" } })
      expect(Date.parse(off.switchedAt ?? "")).toBeGreaterThan(Date.parse(tool.switchedAt ?? ""))
      const named = await updateTool(world.admin, change(off, { on: false, name: "Ledger" }))
      expect(named).toMatchObject({ switchedBy: "Lotte Vermeulen", switchedAt: off.switchedAt })
      const on = await updateTool(world.admin, change(named, { name: "Ledger" }))
      expect(on).toMatchObject({ on: true, switchedBy: "Demo Admin" })
      expect(await audited(tool.id)).toEqual([
        { name: "Grootboek Online", on: { from: true, to: false } },
        { name: { from: "Grootboek Online", to: "Ledger" } },
        { name: "Ledger", on: { from: false, to: true } },
      ])
    })
    it("changes rules for everybody at once", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      await updateTool(world.admin, change(tool, { pages: [page], numberPatterns: ["F-#####"] }))
      expect((await listTools(world.restricted)).tools).toMatchObject([
        { pages: [page], numberPatterns: ["F-#####"], version: 2 },
      ])
    })
    it("writes nothing where nothing changed, however the keys are ordered and what is empty is written", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin, { pages: [page] })
      const [field] = page.fields
      const same = { fields: [{ selector: "h1", ...field, pattern: null }], rows: null, shows: "case", path: page.path }
      expect(await updateTool(world.admin, change(tool, { pages: [same as never] }))).toEqual(tool)
      expect(await audited(tool.id)).toEqual([])
    })
  })

  describe("refuses", () => {
    it("to overwrite what somebody else changed meanwhile", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      const theirs = await updateTool(world.admin, change(tool, { name: "Ledger" }))
      const late = updateTool(world.admin, change(tool, { name: "Books", on: false }))
      await expect(late).rejects.toMatchObject({ code: "stale-tool" })
      expect((await listTools(world.admin)).tools).toEqual([theirs])
    })
    it("one of two changes at the same moment", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      const results = await Promise.allSettled(
        ["Ledger", "Books"].map(name => updateTool(world.admin, change(tool, { name }))),
      )
      expect(results.map(result => result.status).sort()).toEqual(["fulfilled", "rejected"])
      expect(results.find(result => result.status === "rejected")).toMatchObject({ reason: { code: "stale-tool" } })
    })
    it("the address of another tool, naming it", async () => {
      const world = await makeWorld(house)
      await makeTool(world.admin, { name: "Odoo", address: "https://odoo.example" })
      const tool = await makeTool(world.admin)
      const problem = await updateTool(world.admin, change(tool, { address: "https://odoo.example/" })).catch(e => e)
      expect(problem).toMatchObject({ code: "already-exists", fields: [{ path: "address" }] })
      expect(problem.message).toContain("“Odoo”")
    })
    it("an address that another tool takes at the same moment", async () => {
      const world = await makeWorld(house)
      const [one, other] = [await makeTool(world.admin), await makeTool(world.admin, { address: "https://b.example" })]
      const address = "https://new.example"
      const changing = await house.database.owner.transaction(async tx => {
        await tx.update(tools).set({ address }).where(eq(tools.id, other.id))
        const waiting = updateTool(world.admin, change(one, { address })).catch(error => error)
        await untilWaiting(house, "update", "tools")
        return { waiting }
      })
      expect(await changing.waiting).toMatchObject({ code: "already-exists", fields: [{ path: "address" }] })
    })
    it("an administration that is not there, and leaves the tool as it was", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      const gone = updateTool(world.admin, change(tool, { administrationBy: "fixed", administrationId: newId() }))
      await expect(gone).rejects.toMatchObject({ code: "invalid", fields: [{ path: "administrationId" }] })
      expect((await listTools(world.admin)).tools).toEqual([tool])
    })
  })

  describe("protects", () => {
    it("the tools of others as if they were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const tool = await makeTool(theirs.admin)
      for (const id of [tool.id, newId(), "x"])
        await expect(updateTool(ours.admin, { ...change(tool, {}), id })).rejects.toMatchObject({ code: "not-found" })
    })
    it("tools from everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      const tool = await makeTool(world.admin)
      const local = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [world.administrationId]: "administrator" },
      })
      for (const context of [world.standard, world.restricted, local])
        await expect(updateTool(context, change(tool, { on: false }))).rejects.toMatchObject({ code: "not-allowed" })
    })
  })
})
