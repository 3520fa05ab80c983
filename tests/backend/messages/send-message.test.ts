import { attachments } from "@casepost/backend/attachments/tables"
import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { suppressions } from "@casepost/backend/delivery/tables"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { saveDraft } from "@casepost/backend/drafts/save-draft"
import { conversations, entries } from "@casepost/backend/entries/tables"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { attempts, messages, readMarks, recipients } from "@casepost/backend/messages/tables"
import { signatures } from "@casepost/backend/signatures/tables"
import { mostFileBytes } from "@casepost/shared/attachments"
import type { CaseRef } from "@casepost/shared/cases"
import { emptyContent } from "@casepost/shared/drafts"
import { asc, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedHouse, openTestHouse, type TestHouse } from "../../support/house.ts"
import {
  makeAdministration,
  makeCustomer,
  makeInvoice,
  makeMatter,
  makeRelation,
  makeUser,
  makeWorld,
  type World,
} from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF")

async function aCase(house: TestHouse, values: Parameters<typeof makeCustomer>[2] = {}) {
  const world = await makeWorld(house)
  const address = values.address === undefined ? "info@jansen.example" : values.address
  const customer = await makeCustomer(house, world, { ...values, address })
  const invoice = await makeInvoice(house, { ...world, customerId: customer.id })
  const caseRef: CaseRef = { kind: "invoice", id: invoice.id }
  return { world, customer, invoice, caseRef }
}

function toCustomer(address = "info@jansen.example") {
  return [{ kind: "customer" as const, address }]
}

async function messageOf(house: TestHouse, id: string) {
  const [message] = await house.database.owner.select().from(messages).where(eq(messages.id, id))
  if (!message) throw new Error("There is no such message.")
  return message
}

function recipientsOf(house: TestHouse, messageId: string) {
  return house.database.owner
    .select()
    .from(recipients)
    .where(eq(recipients.messageId, messageId))
    .orderBy(asc(recipients.position))
}

async function messagesAbout(house: TestHouse, { id }: CaseRef) {
  return house.database.owner.select().from(messages).where(eq(messages.caseId, id))
}

async function draftFor(world: World, caseRef: CaseRef) {
  const { caseRef: _, confirmedTo: __, cancelOnReply: ___, ...content } = writing(caseRef, { to: toCustomer() })
  return saveDraft(world.standard, {
    kind: "message",
    caseRef,
    content: { ...emptyContent, ...content },
    version: 0,
    surface: "popup",
  })
}

describe.each(["postgres", "pglite"] as const)("sending a message on %s", engine => {
  let house: TestHouse
  beforeAll(async () => {
    house = await (engine === "postgres" ? openTestHouse() : openEmbeddedHouse())
  })

  it("writes message, attempt, recipients, attachment, timeline, inbox and consumes the draft, all at once", async () => {
    const { world, customer, invoice, caseRef } = await aCase(house)
    const matter = await makeMatter(house, { ...world, customerId: customer.id, invoiceIds: [invoice.id] })
    const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
    const file = await uploadAttachment(world.standard, { name: "VF-1.pdf", bytes: pdf })
    const draft = await draftFor(world, caseRef)
    const now = new Date("2026-11-23T13:36:00.000Z")
    house.setNow(now)
    const sent = await sendMessage(
      world.standard,
      writing(caseRef, {
        to: toCustomer(),
        cc: [{ kind: "relation", relationId: relation.id }],
        attachmentIds: [file.id],
        draftId: draft.id,
      }),
    )
    house.setNow(undefined)

    expect(sent).toEqual({
      id: sent.id,
      caseRef,
      state: "held",
      leavesAt: "2026-11-23T13:36:10.000Z",
      mails: 2,
    })
    expect(await messageOf(house, sent.id)).toMatchObject({
      direction: "outgoing",
      state: "waiting",
      authorName: "Sanne de Wit",
      fromName: "Sanne de Wit via Van der Meer Bouwmaterialen",
      fromAddress: "debiteuren@vdmbouw.example",
      replyAddress: "antwoord@vdmbouw.example",
      language: "nl",
      bodyText: "Dear Mr Jansen, please pay.",
      portalOnly: false,
    })
    expect(await recipientsOf(house, sent.id)).toMatchObject([
      { role: "to", kind: "customer", address: "info@jansen.example", contactId: customer.contactId, state: "held" },
      { role: "cc", kind: "relation", address: relation.address, relationId: relation.id, state: "held" },
    ])
    const shown = await house.database.owner.select().from(entries).where(eq(entries.thingId, sent.id))
    expect(shown.map(entry => [entry.caseKind, entry.caseId]).sort()).toEqual(
      [
        ["customer", customer.id],
        ["invoice", invoice.id],
        ["matter", matter.id],
      ].sort(),
    )
    const [conversation] = await house.database.owner
      .select()
      .from(conversations)
      .where(eq(conversations.caseId, invoice.id))
    expect(conversation).toMatchObject({ lastMessageId: sent.id, unread: 0, hasUnread: false })
    const [attached] = await house.database.owner.select().from(attachments).where(eq(attachments.id, file.id))
    expect(attached).toMatchObject({ ownerKind: "message", ownerId: sent.id })
    expect(await getDraft(world.standard, { kind: "message", caseRef })).toEqual({ draft: null })
  })

  it("gives one message to two sends of one draft at the same moment", async () => {
    const { world, caseRef } = await aCase(house)
    const draft = await draftFor(world, caseRef)
    const body = writing(caseRef, { to: toCustomer(), draftId: draft.id })
    const answers = await Promise.all([1, 2, 3, 4].map(() => sendMessage(world.standard, body)))
    expect(new Set(answers.map(answer => answer.id)).size).toBe(1)
    expect(answers[1]).toEqual(answers[0])
    expect(await messagesAbout(house, caseRef)).toHaveLength(1)
  })
})

describe("send-message", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  describe("does", () => {
    it("take a typed address that is recorded for the customer as the customer's", async () => {
      const { world, customer, caseRef } = await aCase(house)
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, { to: [{ kind: "typed", address: "info@jansen.example" }] }),
      )
      expect(await recipientsOf(house, sent.id)).toMatchObject([
        { kind: "customer", contactId: customer.contactId, name: "Peter Jansen" },
      ])
    })
    it("take an address that is not recorded as typed, whatever the request calls it", async () => {
      const { world, caseRef } = await aCase(house)
      const sent = await sendMessage(world.standard, writing(caseRef, { to: toCustomer("stranger@elsewhere.example") }))
      expect(await recipientsOf(house, sent.id)).toMatchObject([{ kind: "typed", contactId: null }])
    })
    it("mail an address once: To before CC before BCC", async () => {
      const { world, caseRef } = await aCase(house)
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const typed = (address: string) => ({ kind: "typed" as const, address })
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, {
          to: [...toCustomer(), ...toCustomer()],
          cc: [typed("info@jansen.example"), typed("els@elsewhere.example")],
          bcc: [{ kind: "relation", relationId: relation.id }, typed("els@elsewhere.example"), typed(relation.address)],
        }),
      )
      expect((await recipientsOf(house, sent.id)).map(one => [one.role, one.address])).toEqual([
        ["to", "info@jansen.example"],
        ["cc", "els@elsewhere.example"],
        ["bcc", relation.address],
      ])
      expect(sent.mails).toBe(3)
    })
    it("send without any address: portal only, with one recipient that has none", async () => {
      const { world, caseRef } = await aCase(house, { address: null })
      const sent = await sendMessage(world.standard, writing(caseRef))
      expect(sent.mails).toBe(0)
      expect(await messageOf(house, sent.id)).toMatchObject({ portalOnly: true })
      expect(await recipientsOf(house, sent.id)).toMatchObject([
        { role: "to", kind: "customer", address: null, state: "held" },
      ])
    })
    it("copy a colleague who has a right here only, at her own address", async () => {
      const { world, caseRef } = await aCase(house)
      const colleague = await makeUser(house, world.organisationId, {
        name: "Els Kok",
        right: "none",
        only: { [world.administrationId]: "restricted" },
      })
      const actor = colleague.actor as { userId: string; email: string }
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, { to: toCustomer(), bcc: [{ kind: "colleague", userId: actor.userId }] }),
      )
      expect((await recipientsOf(house, sent.id)).at(1)).toMatchObject({
        role: "bcc",
        kind: "colleague",
        name: "Els Kok",
        address: actor.email,
      })
    })
    it("write to a relation's address that the sender confirmed", async () => {
      const { world, caseRef } = await aCase(house)
      const relation = await makeRelation(house, world.organisationId)
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, {
          to: [{ kind: "typed", address: relation.address }],
          confirmedTo: [relation.address],
        }),
      )
      expect(await recipientsOf(house, sent.id)).toMatchObject([{ role: "to", kind: "typed", relationId: null }])
    })
    it("not ask about an address that is the customer's too", async () => {
      const { world, caseRef } = await aCase(house)
      await makeRelation(house, world.organisationId, { address: "info@jansen.example" })
      await expect(sendMessage(world.standard, writing(caseRef, { to: toCustomer() }))).resolves.toMatchObject({
        mails: 1,
      })
    })
    it("schedule, and leave the addresses that can still change open until then", async () => {
      const { world, caseRef } = await aCase(house)
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const sendAt = new Date(house.now().getTime() + 3_600_000).toISOString()
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, {
          to: toCustomer(),
          cc: [
            { kind: "relation", relationId: relation.id },
            { kind: "typed", address: "els@elsewhere.example" },
          ],
          sendAt,
        }),
      )
      expect(sent).toMatchObject({ state: "scheduled", leavesAt: sendAt, mails: 3 })
      expect(await recipientsOf(house, sent.id)).toMatchObject([
        { kind: "customer", address: null, state: "scheduled" },
        { kind: "relation", address: null, relationId: relation.id, state: "scheduled" },
        { kind: "typed", address: "els@elsewhere.example", state: "scheduled" },
      ])
      expect(await messageOf(house, sent.id)).toMatchObject({ cancelOnReply: true })
      const [attempt] = await house.database.owner.select().from(attempts).where(eq(attempts.messageId, sent.id))
      expect(attempt).toMatchObject({ scheduled: true, state: "waiting", number: 1 })
    })
    it("count only addresses that still take mail", async () => {
      const { world, caseRef } = await aCase(house)
      await house.database.owner.insert(suppressions).values({
        organisationId: world.organisationId,
        address: "info@jansen.example",
        reason: "bounce",
      })
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, { to: toCustomer(), cc: [{ kind: "typed", address: "els@elsewhere.example" }] }),
      )
      expect(sent.mails).toBe(1)
      expect(await recipientsOf(house, sent.id)).toHaveLength(2)
    })
    it("add the writer's own signature before the administration's, and none where there is none", async () => {
      const { world, caseRef } = await aCase(house)
      const { organisationId, administrationId } = world
      const send = async () =>
        (await messageOf(house, (await sendMessage(world.standard, writing(caseRef))).id)).signatureHtml
      expect(await send()).toBeNull()
      await house.database.owner
        .insert(signatures)
        .values({ organisationId, administrationId, html: "<p>Van der Meer</p>" })
      expect(await send()).toBe("<p>Van der Meer</p>")
      const { userId } = world.standard.actor as { userId: string }
      await house.database.owner.insert(signatures).values({ organisationId, userId, html: "<p>Sanne</p>" })
      expect(await send()).toBe("<p>Sanne</p>")
    })
    it("speak the customer's language", async () => {
      const { world, caseRef } = await aCase(house, { language: "de" })
      const sent = await sendMessage(world.standard, writing(caseRef))
      expect(await messageOf(house, sent.id)).toMatchObject({ language: "de" })
    })
    it("clean what was written", async () => {
      const { world, caseRef } = await aCase(house)
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, {
          bodyHtml: '<p onclick="x()">Hello<script>steal()</script> <a href="javascript:x()">here</a></p>',
        }),
      )
      expect((await messageOf(house, sent.id)).bodyHtml).toBe("<p>Hello <a>here</a></p>")
    })
    it("be read already by who wrote it", async () => {
      const { world, caseRef } = await aCase(house)
      const sent = await sendMessage(world.standard, writing(caseRef))
      const [mark] = await house.database.owner.select().from(readMarks).where(eq(readMarks.messageId, sent.id))
      expect(mark).toMatchObject({ userName: "Sanne de Wit" })
    })
    it("give the same message again when a consumed draft is sent again, though the text differs", async () => {
      const { world, caseRef } = await aCase(house)
      const draft = await draftFor(world, caseRef)
      const first = await sendMessage(world.standard, writing(caseRef, { to: toCustomer(), draftId: draft.id }))
      const again = await sendMessage(world.standard, writing(caseRef, { subject: "Other", draftId: draft.id }))
      expect(again).toEqual(first)
    })
    it("send a file of an earlier message of one's own a second time", async () => {
      const { world, caseRef } = await aCase(house)
      const file = await uploadAttachment(world.standard, { name: "VF-1.pdf", bytes: pdf })
      const first = await sendMessage(world.standard, writing(caseRef, { attachmentIds: [file.id] }))
      const second = await sendMessage(world.standard, writing(caseRef, { attachmentIds: [file.id] }))
      const rows = await house.database.owner.select().from(attachments).where(eq(attachments.name, "VF-1.pdf"))
      const owners = rows.filter(row => [first.id, second.id].includes(row.ownerId))
      expect(owners.map(row => row.ownerId).sort()).toEqual([first.id, second.id].sort())
      expect(new Set(owners.map(row => row.fileKey)).size).toBe(1)
    })
    it("wake the dispatcher once it is committed", async () => {
      const { world, caseRef } = await aCase(house)
      let woken = 0
      await sendMessage({ ...world.standard, wakeDelivery: () => woken++ }, writing(caseRef))
      expect(woken).toBe(1)
    })
  })

  describe("refuses", () => {
    it("a restricted user, and writes nothing", async () => {
      const { world, caseRef } = await aCase(house)
      await expect(sendMessage(world.restricted, writing(caseRef))).rejects.toMatchObject({ code: "not-allowed" })
      expect(await messagesAbout(house, caseRef)).toEqual([])
    })
    it("a customer marked 'do not message', naming the reason", async () => {
      const { world, caseRef } = await aCase(house, { doNotMessage: "In a lawsuit." })
      await expect(sendMessage(world.standard, writing(caseRef))).rejects.toMatchObject({
        code: "do-not-message",
        message: expect.stringContaining("In a lawsuit."),
      })
    })
    it.each([
      ["relation", "a relation"],
      ["colleague", "a colleague"],
    ])("a %s's address as To until it is confirmed, naming the address", async (kind, words) => {
      const { world, caseRef } = await aCase(house)
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      const address = kind === "relation" ? relation.address : (world.admin.actor as { email: string }).email
      const body = writing(caseRef, { to: [...toCustomer(), { kind: "typed", address }] })
      await expect(sendMessage(world.standard, body)).rejects.toMatchObject({
        code: "relation-as-to",
        fields: [{ path: "to.1", detail: expect.stringContaining(`${address} belongs to ${words}`) }],
      })
    })
    it("relations and colleagues chosen as To", async () => {
      const { world, caseRef } = await aCase(house)
      const relation = await makeRelation(house, world.organisationId, { administrationIds: [world.administrationId] })
      await expect(
        sendMessage(world.standard, writing(caseRef, { to: [{ kind: "relation", relationId: relation.id }] })),
      ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "to.0" }] })
    })
    it("a relation that is not available in this administration, and every one at once", async () => {
      const { world, caseRef } = await aCase(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const other = await makeRelation(house, world.organisationId, { administrationIds: [elsewhere] })
      const nowhere = await makeRelation(house, world.organisationId)
      await expect(
        sendMessage(
          world.standard,
          writing(caseRef, {
            cc: [{ kind: "relation", relationId: other.id }],
            bcc: [{ kind: "relation", relationId: nowhere.id }],
          }),
        ),
      ).rejects.toMatchObject({ code: "relation-unavailable", fields: [{ path: "cc.0" }, { path: "bcc.0" }] })
    })
    it("a colleague without a right here", async () => {
      const { world, caseRef } = await aCase(house)
      const colleague = await makeUser(house, world.organisationId, { right: "none" })
      const { userId } = colleague.actor as { userId: string }
      await expect(
        sendMessage(world.standard, writing(caseRef, { cc: [{ kind: "colleague", userId }] })),
      ).rejects.toMatchObject({ code: "relation-unavailable", fields: [{ path: "cc.0" }] })
    })
    it("text that is empty once it is cleaned, and a subject with a line break", async () => {
      const { world, caseRef } = await aCase(house)
      await expect(
        sendMessage(world.standard, writing(caseRef, { bodyHtml: "<p><script>x</script> </p>" })),
      ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "bodyHtml" }] })
      await expect(
        sendMessage(world.standard, writing(caseRef, { subject: "Hello\r\nBcc: all@world.example" })),
      ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "subject" }] })
    })
    it.each(["\u200b\u200d", "<p>\u2060</p><p>&nbsp;</p>", "<p>\ufeff<br>\u00ad</p>"])(
      "text in which nothing can be seen: %j",
      async bodyHtml => {
        const { world, caseRef } = await aCase(house)
        await expect(sendMessage(world.standard, writing(caseRef, { bodyHtml }))).rejects.toMatchObject({
          code: "invalid",
          fields: [{ path: "bodyHtml" }],
        })
        expect(await messagesAbout(house, caseRef)).toEqual([])
      },
    )
    it("a moment that has passed, or lies more than a year ahead", async () => {
      const { world, caseRef } = await aCase(house)
      for (const sendAt of ["2020-01-01T00:00:00.000Z", "2090-01-01T00:00:00.000Z"])
        await expect(sendMessage(world.standard, writing(caseRef, { sendAt }))).rejects.toMatchObject({
          code: "invalid",
          fields: [{ path: "sendAt" }],
        })
    })
    it("more than 50 recipients", async () => {
      const { world, caseRef } = await aCase(house)
      const people = (role: string) =>
        Array.from({ length: 26 }, (_, index) => ({ kind: "typed" as const, address: `${role}-${index}@x.example` }))
      await expect(
        sendMessage(world.standard, writing(caseRef, { cc: people("cc"), bcc: people("bcc") })),
      ).rejects.toMatchObject({ code: "invalid" })
    })
    it("attachments of more than 25 MB together, naming both sizes", async () => {
      const { world, caseRef } = await aCase(house)
      const bytes = new Uint8Array(mostFileBytes - 1024).fill(65)
      const ids = [
        (await uploadAttachment(world.standard, { name: "a.txt", bytes })).id,
        (await uploadAttachment(world.standard, { name: "b.txt", bytes })).id,
      ]
      await expect(sendMessage(world.standard, writing(caseRef, { attachmentIds: ids }))).rejects.toMatchObject({
        code: "too-large",
        message: expect.stringMatching(/40 MB.*25 MB/),
      })
      expect(await messagesAbout(house, caseRef)).toEqual([])
    })
    it("a draft that was saved with another text meanwhile, and sends nothing", async () => {
      const { world, caseRef } = await aCase(house)
      const draft = await draftFor(world, caseRef)
      const { id: draftId, kind, content } = draft
      await saveDraft(world.standard, { kind, caseRef, content, version: 1, surface: "side panel" })
      await expect(sendMessage(world.standard, writing(caseRef, { draftId, draftVersion: 1 }))).rejects.toMatchObject({
        code: "stale-draft",
      })
      await expect(sendMessage(world.standard, writing(caseRef, { draftId, draftVersion: 2 }))).resolves.toBeDefined()
    })
    it("a draft of another case", async () => {
      const { world, customer, caseRef } = await aCase(house)
      const draft = await draftFor(world, caseRef)
      await expect(
        sendMessage(world.standard, writing({ kind: "customer", id: customer.id }, { draftId: draft.id })),
      ).rejects.toMatchObject({ code: "stale-draft" })
    })
    it("everything where no provider is set, for nothing would ever leave", async () => {
      const { world, caseRef } = await aCase(house)
      const config = { ...house.config, local: false }
      for (const to of [toCustomer(), []])
        await expect(sendMessage({ ...world.standard, config }, writing(caseRef, { to }))).rejects.toMatchObject({
          code: "sending-off",
        })
    })
  })

  describe("protects", () => {
    it("keeps the answer for a replay in the same transaction as the message", async () => {
      const { world, caseRef } = await aCase(house)
      const broken = async () => {
        throw new Error("killed")
      }
      const body = writing(caseRef, { to: toCustomer() })
      await expect(sendMessage({ ...world.standard, rememberAnswer: broken }, body)).rejects.toThrow("killed")
      expect(await messagesAbout(house, caseRef)).toEqual([])
    })
    it("another organisation's case, which looks like one that does not exist", async () => {
      const { caseRef } = await aCase(house)
      const theirs = await makeWorld(house)
      const missing = { kind: "invoice" as const, id: "0198f7a5-0000-7000-8000-000000000000" }
      for (const ref of [caseRef, missing, { kind: "invoice" as const, id: "x" }])
        await expect(sendMessage(theirs.standard, writing(ref))).rejects.toMatchObject({ code: "not-found" })
    })
    it("another administration's case from a user without a right there", async () => {
      const { world, caseRef } = await aCase(house)
      const elsewhere = await makeAdministration(house, world.organisationId)
      const stranger = await makeUser(house, world.organisationId, {
        right: "none",
        only: { [elsewhere]: "administrator" },
      })
      await expect(sendMessage(stranger, writing(caseRef))).rejects.toMatchObject({ code: "not-found" })
    })
    it("another organisation's relation, which looks like one that is missing", async () => {
      const { world, caseRef } = await aCase(house)
      const theirs = await makeWorld(house)
      const relation = await makeRelation(house, theirs.organisationId, {
        administrationIds: [theirs.administrationId],
      })
      const answers = await Promise.all(
        [relation.id, "0198f7a5-0000-7000-8000-000000000000", "x"].map(relationId =>
          sendMessage(world.standard, writing(caseRef, { cc: [{ kind: "relation", relationId }] })).catch(
            error => error,
          ),
        ),
      )
      expect(new Set(answers.map(answer => JSON.stringify([answer.code, answer.message]))).size).toBe(1)
    })
    it("another user's upload and another organisation's", async () => {
      const { world, caseRef } = await aCase(house)
      const theirs = await makeWorld(house)
      for (const context of [world.admin, theirs.standard]) {
        const file = await uploadAttachment(context, { name: "VF-1.pdf", bytes: pdf })
        await expect(sendMessage(world.standard, writing(caseRef, { attachmentIds: [file.id] }))).rejects.toMatchObject(
          { code: "attachment-refused", fields: [{ path: "attachmentIds.0" }] },
        )
      }
    })
    it("another user's draft", async () => {
      const { world, caseRef } = await aCase(house)
      const draft = await draftFor(world, caseRef)
      await expect(sendMessage(world.admin, writing(caseRef, { draftId: draft.id }))).rejects.toMatchObject({
        code: "stale-draft",
      })
    })
    it("the draft when sending fails after it was taken", async () => {
      const { world, caseRef } = await aCase(house)
      const draft = await draftFor(world, caseRef)
      await expect(
        sendMessage(world.standard, writing(caseRef, { draftId: draft.id, attachmentIds: ["x"] })),
      ).rejects.toMatchObject({ code: "attachment-refused" })
      expect((await getDraft(world.standard, { kind: "message", caseRef })).draft?.id).toBe(draft.id)
    })
    it("what waits and what is in BCC from everything the portal can read", async () => {
      const { world, customer, caseRef } = await aCase(house)
      const sent = await sendMessage(
        world.standard,
        writing(caseRef, { to: toCustomer(), bcc: [{ kind: "typed", address: "secret@elsewhere.example" }] }),
      )
      const { organisationId } = world
      const scope = { role: "casepost_portal", organisationId, customerId: customer.id } as const
      const seen = () =>
        house.database.inScope(scope, async tx => ({
          messages: await tx.select({ id: messages.id }).from(messages),
          recipients: await tx.select({ role: recipients.role }).from(recipients),
        }))
      expect(await seen()).toEqual({ messages: [], recipients: [] })
      await house.database.owner.update(messages).set({ state: "left" }).where(eq(messages.id, sent.id))
      expect(await seen()).toEqual({ messages: [{ id: sent.id }], recipients: [{ role: "to" }] })
    })
  })
})
