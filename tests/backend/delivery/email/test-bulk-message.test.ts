import { contacts } from "@casepost/backend/cases/tables"
import { testBulkMessage } from "@casepost/backend/delivery/email/test-bulk-message"
import { mails } from "@casepost/backend/delivery/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { makeInvoices, openBulk } from "../../../support/bulk-messages.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeWorld } from "../../../support/make.ts"

describe("test-bulk-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function opened() {
    const world = await makeWorld(house)
    const made = await makeInvoices(house, world, 2)
    const sent = () => house.database.owner.select().from(mails).where(eq(mails.organisationId, world.organisationId))
    return { world, sent, ...made, bulk: await openBulk(world.standard, made.ids) }
  }

  describe("does", () => {
    it("mails the message of one case to oneself, marked as a test, and writes no message", async () => {
      const { world, bulk, sent } = await opened()
      const email = world.standard.actor.kind === "user" ? world.standard.actor.email : ""
      expect(await testBulkMessage(world.standard, { id: bulk.id, position: 1 })).toEqual({ address: email })
      const [mail] = await sent()
      expect(mail).toMatchObject({ address: email, state: "queued" })
      expect(mail?.content?.subject).toMatch(/^\[Test\] Invoice VF-.*-1 is still open$/)
      expect(mail?.content?.test?.text).toContain("Dear Contact 1, please pay €100.00.")
      expect(
        await house.database.owner.select().from(messages).where(eq(messages.organisationId, world.organisationId)),
      ).toEqual([])
    })
  })

  describe("refuses", () => {
    it("a message with a missing value", async () => {
      const { world, bulk, customerIds } = await opened()
      await house.database.owner
        .update(contacts)
        .set({ name: " " })
        .where(eq(contacts.customerId, customerIds[0] ?? ""))
      await expect(testBulkMessage(world.standard, { id: bulk.id, position: 0 })).rejects.toMatchObject({
        code: "placeholder-missing",
      })
    })
    it("more than ten in ten minutes", async () => {
      const { world, bulk, ids } = await opened()
      const other = await openBulk(world.standard, ids)
      for (let mail = 0; mail < 10; mail += 1)
        await testBulkMessage(world.standard, { id: mail % 2 ? bulk.id : other.id, position: 0 })
      await expect(testBulkMessage(world.standard, { id: bulk.id, position: 0 })).rejects.toMatchObject({
        code: "too-many",
      })
    })
  })

  describe("protects", () => {
    it("the customer: the button leads nowhere and no link of hers is made", async () => {
      const { world, bulk, sent } = await opened()
      await testBulkMessage(world.standard, { id: bulk.id, position: 0 })
      const [mail] = await sent()
      expect(mail?.content?.test?.html).not.toContain("/portal/")
      expect(mail?.content?.test?.html).not.toContain("portal-link")
    })
    it("what somebody else is writing", async () => {
      const { world, bulk } = await opened()
      await expect(testBulkMessage(world.admin, { id: bulk.id, position: 0 })).rejects.toMatchObject({
        code: "not-found",
      })
    })
  })
})
