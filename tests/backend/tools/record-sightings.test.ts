import { newId } from "@casepost/backend/columns"
import type { Context } from "@casepost/backend/context"
import { listTools } from "@casepost/backend/tools/list-tools"
import { recordSightings } from "@casepost/backend/tools/record-sightings"
import { toolReporters, toolSightings } from "@casepost/backend/tools/tables"
import { eq } from "drizzle-orm"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeKey, makeUser, makeWorld } from "../../support/make.ts"
import { makeTool } from "../../support/tools.ts"

describe("record-sightings", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterEach(() => house.setNow(undefined))
  async function counted(toolId: string): Promise<Record<string, number>> {
    const rows = await house.database.owner.select().from(toolSightings).where(eq(toolSightings.toolId, toolId))
    return Object.fromEntries(rows.map(row => [`${row.day} ${row.kind}`, row.pages]))
  }
  const at = (context: Context, moment: string): Context => ({ ...context, now: () => new Date(moment) })

  describe("does", () => {
    it("adds up what people find, a day in UTC at a time", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      const early = at(world.standard, "2026-11-22T23:59:00Z")
      await recordSightings(early, { id, sightings: [{ kind: "invoice", pages: 2 }] })
      await recordSightings(at(world.standard, "2026-11-23T00:01:00Z"), {
        id,
        sightings: [
          { kind: "invoice", pages: 3 },
          { kind: null, pages: 1 },
          { kind: "invoice", pages: 1 },
        ],
      })
      await recordSightings(at(world.restricted, "2026-11-23T12:00:00Z"), {
        id,
        sightings: [{ kind: "invoice", pages: 5 }],
      })
      expect(await counted(id)).toEqual({ "2026-11-22 invoice": 2, "2026-11-23 invoice": 9, "2026-11-23 none": 1 })
    })
    it("counts calls at the same moment", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      const calls = [world.standard, world.restricted, world.standard, world.admin].map(context =>
        recordSightings(context, { id, sightings: [{ kind: "invoice", pages: 4 }] }),
      )
      await Promise.all(calls)
      expect(Object.values(await counted(id))).toEqual([16])
    })
  })

  describe("refuses", () => {
    it("a tool that is not there, and a key", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      const sightings = [{ kind: "invoice" as const, pages: 1 }]
      for (const gone of [newId(), "x"])
        await expect(recordSightings(world.standard, { id: gone, sightings })).rejects.toMatchObject({
          code: "not-found",
        })
      const key = makeKey(house, world.organisationId, [world.administrationId])
      await expect(recordSightings(key, { id, sightings })).rejects.toMatchObject({ code: "not-allowed" })
    })
    it("to count for a tool that is off, one that reads no cases, and somebody without any right", async () => {
      const world = await makeWorld(house)
      const off = await makeTool(world.admin, { on: false })
      const fields = await makeTool(world.admin, { address: "https://mail.example", readsCases: false })
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      const on = await makeTool(world.admin, { address: "https://on.example" })
      const sightings = [{ kind: null, pages: 20 }]
      for (const { id } of [off, fields]) await recordSightings(world.standard, { id, sightings })
      await recordSightings(nobody, { id: on.id, sightings })
      for (const { id } of [off, fields, on]) expect(await counted(id)).toEqual({})
    })
  })

  describe("protects", () => {
    it("a tool's health from one call: it counts for 25 pages at most, in the proportion it told", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      await recordSightings(at(world.standard, "2026-11-23T12:00:00Z"), {
        id,
        sightings: [
          { kind: null, pages: 800 },
          { kind: "invoice", pages: 200 },
        ],
      })
      expect(await counted(id)).toEqual({ "2026-11-23 none": 20, "2026-11-23 invoice": 5 })
    })
    it("a tool's health from one person: a hundred pages a day, whatever she calls", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      const [monday, tuesday] = ["2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z"]
      const call = (context: Context) => recordSightings(context, { id, sightings: [{ kind: null, pages: 30 }] })
      for (let count = 0; count < 8; count++) await call(at(world.standard, monday))
      await call(at(world.restricted, monday))
      await call(at(world.standard, tuesday))
      expect(await counted(id)).toEqual({ "2026-11-23 none": 125, "2026-11-24 none": 25 })
    })
    it("who told it: neither her id nor the same mark on two days is kept", async () => {
      const world = await makeWorld(house)
      const { id } = await makeTool(world.admin)
      for (const day of ["2026-11-23", "2026-11-24"])
        await recordSightings(at(world.standard, `${day}T12:00:00Z`), { id, sightings: [{ kind: null, pages: 1 }] })
      const rows = await house.database.owner.select().from(toolReporters).where(eq(toolReporters.toolId, id))
      expect(new Set(rows.map(row => row.reporter)).size).toBe(2)
      const userId = world.standard.actor.kind === "user" ? world.standard.actor.userId : ""
      expect(JSON.stringify(rows)).not.toContain(userId)
    })
    it("the tools of others", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const { id } = await makeTool(theirs.admin)
      const telling = recordSightings(ours.standard, { id, sightings: [{ kind: null, pages: 20 }] })
      await expect(telling).rejects.toMatchObject({ code: "not-found" })
      expect((await listTools(theirs.admin)).tools[0]?.health).toMatchObject({ pages: 0 })
    })
  })
})
