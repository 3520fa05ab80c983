import { createTool } from "@casepost/backend/tools/create-tool"
import { listTools } from "@casepost/backend/tools/list-tools"
import { toolSightings } from "@casepost/backend/tools/tables"
import type { Tool, ToolHealth } from "@casepost/shared/tools"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import { countQueries } from "../../support/count-queries.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeKey, makeUser, makeWorld, type World } from "../../support/make.ts"
import { makeTool, toolOf } from "../../support/tools.ts"

const now = new Date("2026-11-23T13:36:00Z")

/** Days ago, what was found, pages. */
type Seen = [ago: number, kind: "invoice" | "customer" | "matter" | "none", pages: number]

describe("list-tools", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterEach(() => house.setNow(undefined))

  async function seen(world: World, tool: Tool, sightings: Seen[]): Promise<void> {
    if (sightings.length === 0) return
    await house.database.owner.insert(toolSightings).values(
      sightings.map(([ago, kind, pages]) => ({
        organisationId: world.organisationId,
        toolId: tool.id,
        day: new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10),
        kind,
        pages,
      })),
    )
  }
  async function healthOf(sightings: Seen[], changes: Parameters<typeof toolOf>[0] = {}): Promise<ToolHealth> {
    house.setNow(now)
    const world = await makeWorld(house)
    const tool = await makeTool(world.admin, changes)
    await seen(world, tool, sightings)
    const [listed] = (await listTools({ ...world.admin, now: house.now })).tools
    if (!listed) throw new Error("The tool is not in the list.")
    return listed.health
  }
  const good: Seen[] = [
    [8, "invoice", 30],
    [15, "invoice", 30],
    [22, "customer", 10],
    [22, "none", 10],
  ]

  describe("does", () => {
    it("lists them by name, in any case", async () => {
      const world = await makeWorld(house)
      for (const name of ["beta", "Alpha", "Gamma"])
        await makeTool(world.admin, { name, address: `https://${name}.example` })
      expect((await listTools(world.admin)).tools.map(tool => tool.name)).toEqual(["Alpha", "beta", "Gamma"])
    })
    it("tells what was found within seven days, and on how many pages", async () => {
      const health = await healthOf([
        [0, "invoice", 4],
        [0, "none", 2],
        [6, "customer", 1],
        [7, "matter", 9],
      ])
      expect(health).toEqual({ state: "finds", since: null, kinds: ["customer", "invoice"], found: 5, pages: 7 })
    })
    it("tells that it finds much less, and since which day", async () => {
      const health = await healthOf([...good, [6, "invoice", 6], [4, "none", 20], [3, "invoice", 1], [3, "none", 30]])
      expect(health).toMatchObject({ state: "fewer", since: "2026-11-19", found: 7, pages: 57 })
    })
    it("tells that it finds nothing any more as fewer, not as never", async () => {
      expect(await healthOf([...good, [1, "none", 10]])).toMatchObject({ state: "fewer", since: "2026-11-22" })
    })
    it("tells the day it broke even when that was before this week", async () => {
      const health = await healthOf([
        [27, "invoice", 90],
        [9, "none", 20],
        [2, "none", 20],
      ])
      expect(health).toMatchObject({ state: "fewer", since: "2026-11-14" })
    })
    it.each([
      ["finds", "half as much as before is still enough", [...good, [0, "invoice", 10], [0, "none", 11]]],
      ["never", "nine pages say nothing about what was before", [...good, [0, "none", 9]]],
      [
        "finds",
        "nine pages before are nothing to go by",
        [
          [9, "invoice", 9],
          [0, "invoice", 1],
          [0, "none", 40],
        ],
      ],
      [
        "never",
        "looked at, nothing was ever found",
        [
          [9, "none", 50],
          [0, "none", 12],
        ],
      ],
      ["unseen", "not looked at this week", good],
      ["unseen", "never looked at", []],
    ] as [string, string, Seen[]][])("says %s: %s", async (state, _, sightings) => {
      expect((await healthOf(sightings)).state).toBe(state)
    })
    it("says of a tool that is off, or reads no cases, only that", async () => {
      const broken: Seen[] = [...good, [1, "none", 50]]
      expect((await healthOf(broken, { on: false })).state).toBe("off")
      expect((await healthOf(broken, { readsCases: false })).state).toBe("fields")
    })
    it("asks the database as often for thirty tools as for one", async () => {
      const world = await makeWorld(house)
      const first = await makeTool(world.admin)
      await seen(world, first, good)
      const one = await countQueries(world.admin, listTools)
      for (let count = 0; count < 29; count++)
        await seen(world, await makeTool(world.admin, { address: `https://t${count}.example` }), good)
      expect(await countQueries(world.admin, listTools)).toBe(one)
      expect(one).toBeLessThanOrEqual(3)
    })
  })

  describe("refuses", () => {
    it("a key: tools are for people", async () => {
      const world = await makeWorld(house)
      const key = makeKey(house, world.organisationId, [world.administrationId])
      await expect(listTools(key)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("other organisations' tools", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await makeTool(theirs.admin)
      expect((await listTools(ours.admin)).tools).toEqual([])
    })
    it("names of administrations one has no right in, while everybody sees the rules", async () => {
      const world = await makeWorld(house)
      const { administrationId } = world
      await createTool(world.admin, toolOf({ administrationBy: "fixed", administrationId }))
      const nobody = await makeUser(house, world.organisationId, { right: "none" })
      expect((await listTools(world.restricted)).tools).toMatchObject([
        { administrationName: "Van der Meer Groep NL", numberPatterns: ["VF-####-#####"] },
      ])
      expect((await listTools(nobody)).tools).toMatchObject([
        { administrationName: null, numberPatterns: ["VF-####-#####"] },
      ])
    })
  })
})
