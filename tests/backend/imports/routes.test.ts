import { createApp } from "@casepost/backend/app"
import { deeds as caseDeeds } from "@casepost/shared/cases"
import { deeds } from "@casepost/shared/imports"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"

const csv =
  "invoiceNumber;customerNumber;customerName;openAmount;dueDate\nVF-1;1;Jansen;12,50;01-12-2026\nVF-2;1;Jansen;x;01-12-2026"

describe("imports over HTTP", () => {
  let house: TestHouse
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    house = await openTestHouse()
    app = createApp(house)
  })
  const asking = async (world: World, context = world.admin) => ({
    authorization: await signedIn(house, context),
    organisationId: world.organisationId,
  })
  const file = (world: World, contentBase64 = Buffer.from(csv).toString("base64")) => ({
    administrationId: world.administrationId,
    fileName: "items.csv",
    contentBase64,
    mode: "additions-and-changes" as const,
  })

  describe("does", () => {
    it("check, show, download, confirm, list, and find what came in", async () => {
      const world = await makeWorld(house)
      const asked = await asking(world)
      const checked = await ask(app, deeds.checkImport, { ...asked, body: file(world) })
      expect([checked.status, checked.body]).toMatchObject([201, { state: "checked", counts: { new: 1, refused: 1 } }])
      const params = { id: (checked.body as { id: string }).id }
      const rows = await ask(app, deeds.listImportRows, { ...asked, params, query: { verdict: "refused" } })
      expect(rows.body).toMatchObject({ rows: [{ row: 3, detail: "“x” is not an amount" }], nextCursor: null })
      expect((await ask(app, deeds.downloadRefused, { ...asked, params })).status).toBe(200)
      const done = await ask(app, deeds.confirmImport, { ...asked, params, body: {} })
      expect([done.status, done.body]).toMatchObject([200, { state: "done" }])
      expect((await ask(app, deeds.getImport, { ...asked, params })).body).toMatchObject({ state: "done" })
      const query = { administrationId: world.administrationId }
      expect((await ask(app, deeds.listImports, { ...asked, query })).body).toMatchObject({
        imports: [{ id: params.id }],
      })
      const found = await ask(app, caseDeeds.searchCases, { ...asked, query: { search: "jansen vf-1" } })
      expect(found.body).toMatchObject({
        cases: [{ number: "VF-1", open: [{ amount: "12.50", currency: "EUR" }] }],
        more: 0,
      })
    })
  })

  describe("refuses", () => {
    it("a cursor that is not ours, and a standard user", async () => {
      const world = await makeWorld(house)
      const asked = await asking(world)
      const checked = await ask(app, deeds.checkImport, { ...asked, body: file(world) })
      const params = { id: (checked.body as { id: string }).id }
      const rows = await ask(app, deeds.listImportRows, { ...asked, params, query: { cursor: "1 or 1=1" } })
      expect([rows.status, codeOf(rows)]).toEqual([422, "invalid"])
      const standard = await asking(world, world.standard)
      expect((await ask(app, deeds.checkImport, { ...standard, body: file(world) })).status).toBe(403)
    })
  })

  describe("protects", () => {
    it("the administration a file names though it belongs to somebody else", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      const answer = await ask(app, deeds.checkImport, { ...(await asking(ours)), body: file(theirs) })
      expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"])
    })
  })
})
