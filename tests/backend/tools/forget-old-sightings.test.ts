import { forgetOldSightings } from "@casepost/backend/tools/forget-old-sightings"
import { toolReporters, toolSightings } from "@casepost/backend/tools/tables"
import { beforeAll, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeTool } from "../../support/tools.ts"

describe("forget-old-sightings", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openLonelyHouse()
  })

  describe("does", () => {
    it("throws away what is older than 60 days and who told it before yesterday, in every organisation", async () => {
      house.setNow(new Date("2026-11-23T12:00:00Z"))
      for (const world of [await makeWorld(house), await makeWorld(house)]) {
        const { id: toolId } = await makeTool(world.admin)
        const { organisationId } = world
        await house.database.owner
          .insert(toolSightings)
          .values(
            ["2026-09-23", "2026-09-24"].map(day => ({ organisationId, toolId, day, kind: "none", pages: 1 }) as const),
          )
        await house.database.owner
          .insert(toolReporters)
          .values(["2026-11-21", "2026-11-22"].map(day => ({ organisationId, toolId, day, reporter: "x", pages: 1 })))
      }
      await forgetOldSightings(house)
      const db = house.database.owner
      expect((await db.select().from(toolSightings)).map(row => row.day)).toEqual(["2026-09-24", "2026-09-24"])
      expect((await db.select().from(toolReporters)).map(row => row.day)).toEqual(["2026-11-22", "2026-11-22"])
    })
  })
})
