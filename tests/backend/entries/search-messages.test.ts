import type { Context } from "@casepost/backend/context"
import { rowsOf } from "@casepost/backend/database"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { undoMessage } from "@casepost/backend/messages/undo-message"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeAdministration, makeCustomer, makeInvoice, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

async function search(context: Context, text: string, administrationId: string): Promise<string[]> {
  const rows = await context.transaction(tx =>
    tx.execute(sql`select case_id from casepost_search_messages(${text}, ${`{${administrationId}}`}::uuid[])`),
  )
  return rowsOf<{ case_id: string }>(rows).map(row => row.case_id)
}

describe.each(["postgres", "pglite"] as const)("casepost_search_messages on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
  })

  async function aMessage() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { name: "Müller & Söhne GmbH", number: "C-10482" })
    const invoice = await makeInvoice(house, { ...world, customerId: customer.id }, { number: "VF-2026-04183" })
    const sent = await sendMessage(
      world.standard,
      writing(
        { kind: "invoice", id: invoice.id },
        { subject: "Delivery note", bodyHtml: "<p>We enclose the delivery note of 12 September, café included.</p>" },
      ),
    )
    return { world, invoice, sent }
  }

  describe("does", () => {
    it.each([
      ["september", "a word of the text"],
      ["deliv", "the beginning of a word"],
      ["NOTE delivery", "several words, in any order and case"],
      ["VF-2026-04183", "a number of a case"],
      ["2026-0418", "the beginning of a part of a number"],
      ["c-10482", "a number of a customer"],
      ["muller", "a name without its accents"],
      ["Müller Söhne", "a name with its accents"],
      ["CAFÉ", "an accent in capitals"],
      ["sanne delivery", "the name of who wrote it"],
    ])("find %j: %s", async text => {
      const { world, invoice } = await aMessage()
      expect(await search(world.standard, text, world.administrationId)).toEqual([invoice.id])
    })
    it("find a conversation once, however many messages of it fit", async () => {
      const { world, invoice } = await aMessage()
      await sendMessage(
        world.standard,
        writing({ kind: "invoice", id: invoice.id }, { subject: "Delivery note again" }),
      )
      expect(await search(world.standard, "delivery", world.administrationId)).toEqual([invoice.id])
    })
  })

  describe("refuses", () => {
    it.each(["", "  ", "&|!()<->:*'\"\\", "october", "delivery october", "eptember"])(
      "to find anything for %j",
      async text => {
        const { world } = await aMessage()
        expect(await search(world.standard, text, world.administrationId)).toEqual([])
      },
    )
    it("to find a message that was taken back", async () => {
      const { world, sent } = await aMessage()
      await undoMessage(world.standard, sent.id)
      expect(await search(world.standard, "september", world.administrationId)).toEqual([])
    })
  })

  describe("protects", () => {
    it("other organisations, whatever administration is named", async () => {
      const { world } = await aMessage()
      const theirs = await makeWorld(house)
      expect(await search(theirs.admin, "september", world.administrationId)).toEqual([])
      expect(await search(theirs.admin, world.organisationId, world.administrationId)).toEqual([])
    })
    it("administrations that were not named", async () => {
      const { world } = await aMessage()
      const elsewhere = await makeAdministration(house, world.organisationId)
      expect(await search(world.standard, "september", elsewhere)).toEqual([])
    })
    it("the function itself from the portal", async () => {
      const { world } = await aMessage()
      const scope = {
        role: "casepost_portal",
        organisationId: world.organisationId,
        customerId: crypto.randomUUID(),
      } as const
      await expect(
        house.database.inScope(scope, tx => tx.execute(sql`select * from casepost_search_messages('a', '{}')`)),
      ).rejects.toMatchObject({ cause: { code: "42501" } })
    })
  })
})
