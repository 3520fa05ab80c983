import { addPortalLinks, findPortalLink, portalLinkUrl } from "@casepost/backend/delivery/portal-link"
import { portalLinks } from "@casepost/backend/delivery/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld } from "../../support/make.ts"
import { makeCase } from "../../support/make-message.ts"

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})

async function makeLink(recorded = true): Promise<string> {
  const { organisationId, administrationId } = await makeWorld(house)
  const of = await makeCase(house, { organisationId, administrationId } as Awaited<ReturnType<typeof makeWorld>>)
  const [id = ""] = await house.database.inScope({ role: "casepost_system" }, tx =>
    addPortalLinks(tx, house.now(), [
      {
        organisationId,
        administrationId,
        customerId: of.customerId,
        caseKind: "invoice",
        caseId: of.invoiceId,
        address: "info@jansen.example",
        language: "nl",
        recorded,
      },
    ]),
  )
  return id
}
const tokenOf = (id: string) => portalLinkUrl(house.config, id).split("/portal/m/")[1] ?? ""

describe("portal link", () => {
  describe("does", () => {
    it("is found by its id and token, and holds for 90 days", async () => {
      const id = await makeLink()
      const link = await findPortalLink(house, tokenOf(id))
      expect(link).toMatchObject({ id, scope: "customer" })
      expect(Math.round(((link?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(90)
    })
    it("opens the conversation only, where the address is not the customer's", async () => {
      expect(await findPortalLink(house, tokenOf(await makeLink(false)))).toMatchObject({ scope: "conversation" })
    })
    it("is found when it is over or revoked too, so that its reader may ask for a new one", async () => {
      const id = await makeLink()
      await house.database.owner.update(portalLinks).set({ revokedAt: new Date() }).where(eq(portalLinks.id, id))
      expect((await findPortalLink(house, tokenOf(id)))?.revokedAt).toBeInstanceOf(Date)
    })
  })

  describe("refuses", () => {
    it("another link's token, a changed one, and what is no link at all", async () => {
      const [one, other] = [await makeLink(), await makeLink()]
      const stolen = `${one}.${tokenOf(other).split(".")[1]}`
      for (const wrong of [stolen, `${tokenOf(one)}x`, one, `${one}.`, "", "../../x", "'; drop table portal_links"])
        expect(await findPortalLink(house, wrong)).toBeUndefined()
    })
  })

  describe("protects", () => {
    it("keeps its token out of the database", async () => {
      const id = await makeLink()
      const [row] = await house.database.owner.select().from(portalLinks).where(eq(portalLinks.id, id))
      expect(JSON.stringify(row)).not.toContain(tokenOf(id).split(".")[1])
    })
  })
})
