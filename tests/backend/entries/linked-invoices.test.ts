import { matterInvoices } from "@casepost/backend/cases/tables"
import { entries } from "@casepost/backend/entries/tables"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeMatter, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

describe.each(["postgres", "pglite"] as const)("the timeline of a matter on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
  })

  async function aMatter() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const place = { ...world, customerId: customer.id }
    const invoice = await makeInvoice(house, place)
    const matter = await makeMatter(house, place)
    const { organisationId } = world
    return {
      world,
      matter,
      send: async (kind: "invoice" | "matter") =>
        (await sendMessage(world.standard, writing({ kind, id: kind === "invoice" ? invoice.id : matter.id }))).id,
      link: () =>
        world.standard.transaction(tx =>
          tx.insert(matterInvoices).values({ organisationId, matterId: matter.id, invoiceId: invoice.id }),
        ),
      unlink: () =>
        world.standard.transaction(tx => tx.delete(matterInvoices).where(eq(matterInvoices.matterId, matter.id))),
      shown: async () =>
        (
          await house.database.owner
            .select({ id: entries.thingId })
            .from(entries)
            .where(and(eq(entries.caseKind, "matter"), eq(entries.caseId, matter.id)))
        )
          .map(entry => entry.id)
          .sort(),
    }
  }

  describe("does", () => {
    it("show what was said about an invoice before the matter was opened, and what comes after, once each", async () => {
      const { send, link, shown } = await aMatter()
      const before = await send("invoice")
      expect(await shown()).toEqual([])
      await link()
      expect(await shown()).toEqual([before])
      const after = await send("invoice")
      expect(await shown()).toEqual([before, after].sort())
    })
    it("let go of an invoice that is taken out of it, and keep what was said about the matter itself", async () => {
      const { send, link, unlink, shown } = await aMatter()
      await link()
      await send("invoice")
      const own = await send("matter")
      await unlink()
      expect(await shown()).toEqual([own])
    })
  })
})
