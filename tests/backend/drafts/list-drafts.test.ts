import { administrationRights } from "@casepost/backend/access/tables"
import { listDrafts } from "@casepost/backend/drafts/list-drafts"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { contextOf, makeAdministration, makeCustomer, makeInvoice, makeUser, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

describe("list-drafts", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("give one's drafts of every kind of case, last saved first, without those that were sent", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
      const aboutCustomer = { kind: "customer" as const, id: customer.id }
      const aboutInvoice = { kind: "invoice" as const, id: invoice.id }
      house.setNow(new Date("2026-11-23T09:00:00.000Z"))
      const first = await saveDraft(world.standard, drafting(aboutCustomer))
      house.setNow(new Date("2026-11-23T09:00:05.000Z"))
      const second = await saveDraft(world.standard, drafting(aboutInvoice))
      house.setNow(undefined)
      expect(await listDrafts(world.standard)).toEqual({ drafts: [second, first] })
      await sendMessage(world.standard, writing(aboutInvoice, { draftId: second.id }))
      expect(await listDrafts(world.standard)).toEqual({ drafts: [first] })
    })
  })

  describe("refuses", () => {
    it("nothing: who has no draft gets none", async () => {
      const world = await makeWorld(house)
      expect(await listDrafts(world.restricted)).toEqual({ drafts: [] })
    })
  })

  describe("protects", () => {
    it("cases one may not see any more", async () => {
      const world = await makeWorld(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const customer = await makeCustomer(house, { ...world, administrationId: elsewhere })
      const only = { [world.administrationId]: "standard", [elsewhere]: "standard" } as const
      const user = await makeUser(house, world.organisationId, { right: "none", only })
      await saveDraft(user, drafting({ kind: "customer", id: customer.id }))
      await house.database.owner
        .delete(administrationRights)
        .where(eq(administrationRights.administrationId, elsewhere))
      const { userId, name, email } = user.actor as { userId: string; name: string; email: string }
      const now = await contextOf(house, { userId, name, email, organisationId: world.organisationId })
      expect(await listDrafts(now)).toEqual({ drafts: [] })
    })
    it("the drafts of others", async () => {
      const world = await makeWorld(house)
      const customer = await makeCustomer(house, world)
      await saveDraft(world.standard, drafting({ kind: "customer", id: customer.id }))
      expect(await listDrafts(world.admin)).toEqual({ drafts: [] })
    })
  })
})
