import { acceptFile } from "@casepost/backend/attachments/accept-file"
import { attachments } from "@casepost/backend/attachments/tables"
import { type Context, makeContext } from "@casepost/backend/context"
import { conversations, entries, messageWords } from "@casepost/backend/entries/tables"
import { type Reply, receiveReply } from "@casepost/backend/messages/receive-reply"
import { messages, readMarks } from "@casepost/backend/messages/tables"
import type { CaseRef } from "@casepost/shared/cases"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeInvoice, makeMatter, makeWorld, type World } from "../../support/make.ts"
import { sendAndLeave, writing } from "../../support/messages.ts"

function portalOf(house: TestHouse, world: World, customerId: string, only?: CaseRef): Context {
  return makeContext(house, {
    organisationId: world.organisationId,
    actor: {
      kind: "customer",
      customerId,
      administrationId: world.administrationId,
      sessionId: "0198f7a5-0000-7000-8000-000000000000",
      language: "nl",
      ...(only ? { scope: "conversation", caseKind: only.kind, caseId: only.id } : { scope: "customer" }),
    },
  })
}

async function aCase(house: TestHouse) {
  const world = await makeWorld(house)
  const customer = await makeCustomer(house, world)
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  const matter = await makeMatter(house, { ...world, customerId: customer.id, invoiceIds: [invoice.id] })
  const caseRef: CaseRef = { kind: "invoice", id: invoice.id }
  const reply: Reply = {
    caseRef,
    administrationId: world.administrationId,
    customerId: customer.id,
    authorName: "Peter Jansen",
    bodyHtml: "<p>We still miss the delivery note.<script>x()</script></p>",
    via: "portal",
    language: "nl",
    files: [],
  }
  return { world, customer, invoice, matter, caseRef, reply }
}

describe.each(["postgres", "pglite"] as const)("receive-reply on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
  })

  describe("does", () => {
    it.each(["customer", "conversation"])(
      "write a reply from a portal session of scope %s into every timeline, unread",
      async scope => {
        const { world, customer, invoice, matter, caseRef, reply } = await aCase(house)
        await sendAndLeave(house, world.standard, writing(caseRef, { subject: "Invoice VF-1 is still open" }))
        const context = portalOf(house, world, customer.id, scope === "conversation" ? caseRef : undefined)
        const files = [await acceptFile(context, { name: "note.txt", bytes: new TextEncoder().encode("12 September") })]
        const { id } = await context.transaction(tx => receiveReply(context, tx, { ...reply, files }))

        const [message] = await house.database.owner.select().from(messages).where(eq(messages.id, id))
        expect(message).toMatchObject({
          direction: "incoming",
          state: "left",
          via: "portal",
          authorUserId: null,
          authorName: "Peter Jansen",
          subject: "Invoice VF-1 is still open",
          bodyHtml: "<p>We still miss the delivery note.</p>",
          bodyText: "We still miss the delivery note.",
        })
        const shown = await house.database.owner.select().from(entries).where(eq(entries.thingId, id))
        expect(shown.map(entry => entry.caseId).sort()).toEqual([invoice.id, matter.id, customer.id].sort())
        const [conversation] = await house.database.owner
          .select()
          .from(conversations)
          .where(eq(conversations.caseId, invoice.id))
        expect(conversation).toMatchObject({ lastMessageId: id, unread: 1, hasUnread: true })
        expect(await house.database.owner.select().from(readMarks).where(eq(readMarks.messageId, id))).toEqual([])
        const [words] = await house.database.owner.select().from(messageWords).where(eq(messageWords.messageId, id))
        expect(words?.words).toContain("delivery note")
        expect(await house.database.owner.select().from(attachments).where(eq(attachments.ownerId, id))).toMatchObject([
          { ownerKind: "message", name: "note.txt", contentType: "text/plain" },
        ])
      },
    )
    it("count the replies that nobody read", async () => {
      const { world, customer, caseRef, reply } = await aCase(house)
      const context = portalOf(house, world, customer.id)
      for (let count = 0; count < 3; count++) await context.transaction(tx => receiveReply(context, tx, reply))
      const [conversation] = await house.database.owner
        .select()
        .from(conversations)
        .where(eq(conversations.caseId, caseRef.id))
      expect(conversation).toMatchObject({ unread: 3 })
    })
  })

  describe("refuses", () => {
    it("a reply in which nothing can be seen", async () => {
      const { world, customer, caseRef, reply } = await aCase(house)
      const context = portalOf(house, world, customer.id)
      for (const bodyHtml of ["<p>\u200b\u2060</p>", "<p><script>x()</script>&nbsp;</p>"])
        await expect(
          context.transaction(tx => receiveReply(context, tx, { ...reply, bodyHtml })),
        ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "text", detail: "Write an answer." }] })
      expect(await house.database.owner.select().from(messages).where(eq(messages.caseId, caseRef.id))).toEqual([])
    })
  })

  describe("protects", () => {
    it("other customers: a session writes only as its own", async () => {
      const { world, reply } = await aCase(house)
      const other = await makeCustomer(house, world)
      const context = portalOf(house, world, other.id)
      await expect(context.transaction(tx => receiveReply(context, tx, reply))).rejects.toMatchObject({
        cause: { code: "42501" },
      })
    })
    it("other conversations from a session that may see one", async () => {
      const { world, customer, caseRef, reply } = await aCase(house)
      const context = portalOf(house, world, customer.id, caseRef)
      await expect(
        context.transaction(tx =>
          receiveReply(context, tx, { ...reply, caseRef: { kind: "customer", id: customer.id } }),
        ),
      ).rejects.toMatchObject({ cause: { code: "42501" } })
    })
  })
})
