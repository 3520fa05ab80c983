import { createApp } from "@casepost/backend/app"
import { audit } from "@casepost/backend/audit/tables"
import { newId } from "@casepost/backend/columns"
import { createTool } from "@casepost/backend/tools/create-tool"
import { listTools } from "@casepost/backend/tools/list-tools"
import { deeds } from "@casepost/shared/tools"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, signedIn } from "../../support/ask.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeKey, makeUser, makeWorld } from "../../support/make.ts"
import { makeTool, toolOf } from "../../support/tools.ts"

describe("create-tool", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("adds a tool that is on, with who switched it on, and writes it into the audit log", async () => {
      const world = await makeWorld(house)
      const tool = await createTool(world.admin, toolOf())
      expect(tool).toMatchObject({ on: true, switchedBy: "Demo Admin", version: 1, health: { state: "unseen" } })
      expect((await listTools(world.standard)).tools).toEqual([tool])
      const lines = await house.database.owner.select().from(audit).where(eq(audit.subjectId, tool.id))
      expect(lines).toMatchObject([
        {
          deed: "createTool",
          actorName: "Demo Admin",
          detail: { name: "Grootboek Online", address: "https://app.grootboek.example", on: true },
        },
      ])
    })
    it("keeps an administration only where it is fixed, and codes only where the address names it", async () => {
      const world = await makeWorld(house)
      const { administrationId } = world
      const codes = { administrationCodes: [{ code: "7", administrationId }] }
      const asked = await makeTool(world.admin, { administrationId, ...codes })
      expect(asked).toMatchObject({ administrationId: null, administrationName: null, administrationCodes: [] })
      const fixed = await makeTool(world.admin, {
        address: "https://b.example",
        administrationBy: "fixed",
        administrationId,
        ...codes,
      })
      expect(fixed).toMatchObject({ administrationName: "Van der Meer Groep NL", administrationCodes: [] })
      const named = await makeTool(world.admin, {
        address: "https://c.example/{administration}",
        administrationBy: "address",
        ...codes,
      })
      expect(named).toMatchObject({ administrationId: null, ...codes })
    })
    it("makes one tool of two requests with the same key", async () => {
      const world = await makeWorld(house)
      const asked = {
        authorization: await signedIn(house, world.admin),
        body: toolOf(),
        headers: { "idempotency-key": newId() },
      }
      const first = await ask(createApp(house), deeds.createTool, asked)
      const second = await ask(createApp(house), deeds.createTool, asked)
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.body).toEqual(first.body)
    })
    it("takes the address that another organisation's tool has", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      await makeTool(theirs.admin)
      expect((await makeTool(ours.admin)).name).toBe("Grootboek Online")
    })
  })

  describe("refuses", () => {
    it("an address that another tool has, naming it, however it is written", async () => {
      const world = await makeWorld(house)
      await makeTool(world.admin)
      const again = createTool(world.admin, toolOf({ name: "Ledger", address: "APP.grootboek.example/?a" }))
      const problem = await again.catch(error => error)
      expect(problem).toMatchObject({ code: "already-exists", fields: [{ path: "address" }] })
      expect(problem.message).toContain("“Grootboek Online”")
    })
    it.each([
      ["a fixed administration that is not chosen", { administrationBy: "fixed" }, ["administrationId"]],
      [
        "the administration by an address that names none, without codes",
        { administrationBy: "address" },
        ["address", "administrationCodes"],
      ],
      [
        "a field without a selector, an attribute without its name, a path without {id}",
        {
          pages: [
            {
              shows: "case",
              path: "/invoices/*",
              fields: [
                { names: "number", kind: "invoice", from: "text" },
                { names: "number", kind: "invoice", from: "attribute", selector: "h1" },
                { names: "external-id", kind: "invoice", from: "path" },
                { names: "number", kind: "invoice", from: "title" },
              ],
            },
          ],
        },
        ["pages.0.fields.0.selector", "pages.0.fields.1.attribute", "pages.0.fields.2.from"],
      ],
    ] as const)("%s", async (_, changes, paths) => {
      const world = await makeWorld(house)
      const problem = await makeTool(world.admin, changes as never).catch(error => error)
      expect(problem.code).toBe("invalid")
      expect(problem.fields.map((field: { path: string }) => field.path)).toEqual(paths)
      expect((await listTools(world.admin)).tools).toEqual([])
    })
    it("a code twice, in whatever case", async () => {
      const world = await makeWorld(house)
      const codes = ["vdm", "be", "VDM"].map(code => ({ code, administrationId: world.administrationId }))
      const making = makeTool(world.admin, {
        address: "https://c.example/{administration}",
        administrationBy: "address",
        administrationCodes: codes,
      })
      await expect(making).rejects.toMatchObject({ code: "invalid", fields: [{ path: "administrationCodes.2.code" }] })
    })
  })

  describe("protects", () => {
    it("administrations of other organisations, as if they were not there", async () => {
      const [ours, theirs] = [await makeWorld(house), await makeWorld(house)]
      for (const administrationId of [theirs.administrationId, newId(), "x"]) {
        const fixed = makeTool(ours.admin, { administrationBy: "fixed", administrationId })
        await expect(fixed).rejects.toMatchObject({ code: "invalid", fields: [{ path: "administrationId" }] })
        const named = makeTool(ours.admin, {
          address: "https://c.example/{administration}",
          administrationBy: "address",
          administrationCodes: [{ code: "7", administrationId }],
        })
        await expect(named).rejects.toMatchObject({ fields: [{ path: "administrationCodes.0.administrationId" }] })
      }
    })
    it("the list from everybody but the organisation's administrators", async () => {
      const world = await makeWorld(house)
      const second = await makeAdministration(house, world.organisationId)
      const local = await makeUser(house, world.organisationId, { right: "none", only: { [second]: "administrator" } })
      const key = makeKey(house, world.organisationId, [second])
      for (const context of [world.standard, world.restricted, local, key])
        await expect(createTool(context, toolOf())).rejects.toMatchObject({ code: "not-allowed" })
    })
  })
})
