import { listAudit } from "@casepost/backend/audit/list-audit"
import { recordAudit } from "@casepost/backend/audit/record-audit"
import type { Context } from "@casepost/backend/context"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

const record = (context: Context, id: string) =>
  context.transaction(tx => recordAudit(tx, context, { deed: "updateUser", subject: { kind: "user", id } }))

describe("does", () => {
  it("gives every line once, newest first, page by page, though many are of the same millisecond", async () => {
    const { admin } = await makeWorld(house)
    const moment = new Date("2026-11-23T13:36:00.123Z")
    for (const id of ["1", "2", "3", "4", "5"]) await record({ ...admin, now: () => moment }, id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listAudit(admin, { limit: 2, cursor })
      seen.push(...page.lines.map(line => line.subjectId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(["5", "4", "3", "2", "1"])
  })
  it("says who did it, by the name of then", async () => {
    const { admin } = await makeWorld(house)
    await record(admin, "1")
    expect((await listAudit(admin, { limit: 30 })).lines).toMatchObject([
      { actorKind: "user", actorName: "Demo Admin" },
    ])
  })
})

describe("refuses", () => {
  it.each(["nonsense", "2026-11-23T13:36:00.123Z"])("the cursor %s", async cursor => {
    const { admin } = await makeWorld(house)
    await expect(listAudit(admin, { limit: 30, cursor })).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("protects", () => {
  it("shows it to administrators of the organisation only, and their own only", async () => {
    const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
    await record(theirs.admin, "1")
    expect((await listAudit(ours.admin, { limit: 30 })).lines).toEqual([])
    await expect(listAudit(ours.standard, { limit: 30 })).rejects.toMatchObject({ code: "not-allowed" })
  })
})
