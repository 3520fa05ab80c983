import { createApp } from "@casepost/backend/app"
import { revokePortalLinks } from "@casepost/backend/portal/revoke-portal-links"
import { beforeAll, describe, expect, it } from "vitest"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, visit } from "../../support/portal.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openLonelyHouse()
  app = createApp(house)
})

describe("revoke portal links", () => {
  describe("does", () => {
    it("closes every link of the customer and ends the session it opened", async () => {
      const world = await makePortalWorld(house)
      const [one, other] = [await mailedLink(house, world), await mailedLink(house, world)]
      const inside = await enterByLink(app, one.path)
      expect(inside.status).toBe(200)
      expect(await revokePortalLinks(world.standard, world.customerId)).toEqual({ revoked: 2 })
      for (const { path } of [one, other]) expect((await visit(app, path)).status).toBe(410)
      const again = await visit(app, `/portal/conversations/invoice/${world.invoice.id}`, { cookie: inside.cookie })
      expect(again.text).not.toContain(world.invoice.number)
    })
    it("lets a link work that is mailed afterwards", async () => {
      const world = await makePortalWorld(house)
      await revokePortalLinks(world.standard, world.customerId)
      expect((await enterByLink(app, (await mailedLink(house, world)).path)).status).toBe(200)
    })
  })
  describe("refuses", () => {
    it("a restricted user", async () => {
      const world = await makePortalWorld(house)
      await expect(revokePortalLinks(world.restricted, world.customerId)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })
  describe("protects", () => {
    it("the links of other customers, and customers of another organisation", async () => {
      const world = await makePortalWorld(house)
      const neighbour = await makePortalWorld(house)
      const { path } = await mailedLink(house, neighbour)
      await revokePortalLinks(world.standard, world.customerId)
      expect((await visit(app, path)).status).toBe(200)
      const stranger = await makeWorld(house)
      await expect(revokePortalLinks(stranger.admin, world.customerId)).rejects.toMatchObject({ code: "not-found" })
    })
  })
})
