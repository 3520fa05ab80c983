import { demoTools } from "@casepost/backend/demo/demo-tools"
import { relations } from "@casepost/backend/relations/tables"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDemoHouse } from "../../../support/demo-house.ts"
import { openLonelyHouse, type TestHouse } from "../../../support/house.ts"
import { makeRelation, makeWorld } from "../../../support/make.ts"

describe("postvak", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openDemoHouse("http://localhost:8787")
  })
  afterAll(() => house.database.close())
  const get = async (path: string) => demoTools(house).request(path)
  const text = async (path: string) => (await get(path)).text()

  describe("does", () => {
    it("list mails from the demo organisation's relations, colleagues and customers", async () => {
      const page = await text("/demo/mail")
      for (const name of ["Zuidema Logistiek", "Wouda Advocaten", "Joost Bakker", "Schilderwerken Claes"])
        expect(page).toContain(name)
    })
    it("open a mail with its sender's address", async () => {
      expect(await text("/demo/mail/messages/0")).toContain("planning@zuidema.example")
    })
    it.each([
      ["/demo/mail", 'class="tokens" data-field="cc"'],
      ["/demo/mail/plain", 'type="email" multiple name="cc"'],
      ["/demo/mail/editable", 'contenteditable="true" role="textbox" aria-labelledby="label-Cc"'],
    ])("build address fields at %s in its own way", async (path, field) => {
      expect(await text(path)).toContain(field)
    })
    it("stand empty where no demo was loaded", async () => {
      const empty = await openLonelyHouse()
      expect((await demoTools(empty).request("/demo/mail")).status).toBe(200)
      await empty.database.close()
    })
  })

  describe("refuses", () => {
    it.each(["99", "-1", "x", "0.5", "__proto__"])("a mail that is not there: %s", async place => {
      expect((await get(`/demo/mail/messages/${place}`)).headers.get("location")).toBe("/demo/mail")
    })
    it("to send: there is nothing to post to", async () => {
      expect((await demoTools(house).request("/demo/mail", { method: "POST" })).status).toBe(404)
    })
  })

  describe("protects", () => {
    it("other organisations' people", async () => {
      const world = await makeWorld(house)
      await makeRelation(house, world.organisationId, { name: "Zzz Secret" })
      expect(await text("/demo/mail")).not.toContain("Zzz Secret")
    })
    it("its page from names that hold markup", async () => {
      await house.database.owner.update(relations).set({ name: "<script>alert(1)</script>" })
      expect(await text("/demo/mail")).not.toContain("<script>alert")
    })
  })
})
