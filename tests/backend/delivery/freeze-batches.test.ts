import { attachments } from "@casepost/backend/attachments/tables"
import { newId } from "@casepost/backend/columns"
import { freezeBatches } from "@casepost/backend/delivery/freeze-batches"
import { openLease } from "@casepost/backend/delivery/lease"
import { leaveDue } from "@casepost/backend/delivery/leave-due"
import { deliveryBatches, mails, portalLinks } from "@casepost/backend/delivery/tables"
import { messages } from "@casepost/backend/messages/tables"
import { noteForwards, noteRecipients, notes } from "@casepost/backend/notes/tables"
import { seal } from "@casepost/backend/secrets"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it, onTestFinished } from "vitest"
import * as z from "zod"
import { openLonelyHouse, type TestHouse } from "../../support/house.ts"
import { makeWorld, type World } from "../../support/make.ts"
import { makeCase, makeMessages } from "../../support/make-message.ts"
import { BatchEmail, SingleEmail } from "../../support/resend-shape.ts"

let house: TestHouse
let world: World
let of: Awaited<ReturnType<typeof makeCase>>
beforeEach(async () => {
  house = await openLonelyHouse()
  world = await makeWorld(house)
  of = await makeCase(house, world)
  onTestFinished(() => house.database.close())
})
const db = () => house.database.owner

/** Lets everything leave and freezes it; the frozen mails, read as the provider describes them. */
async function freeze() {
  const lease = openLease(house, `test:${newId()}`)
  await lease.hold()
  while ((await leaveDue(house, lease)) > 0);
  while ((await freezeBatches(house, lease, { account: "test", underWay: [] })) > 0);
  await lease.release()
  const batches = await db().select().from(deliveryBatches)
  return batches.flatMap(batch =>
    batch.kind === "batch"
      ? BatchEmail.array().max(100).parse(JSON.parse(batch.body))
      : [FrozenEmail.parse(JSON.parse(batch.body))],
  )
}
/** As the provider wants it, but for the bytes of files, which are filled in on the wire. */
const FrozenEmail = SingleEmail.extend({
  attachments: z.array(z.object({ filename: z.string(), content: z.string() })),
})
const linkMark = /\{\{portal-link:([0-9a-f-]{36})\}\}/

describe("freeze batches", () => {
  describe("does", () => {
    it("makes one mail for each address: one To, never Cc or Bcc, the sender's name, the administration's reply address", async () => {
      await makeMessages(house, world, {
        of,
        to: [
          { address: "info@jansen.example" },
          { address: "cc@smit.example", role: "cc", kind: "relation", name: "Smit & Hoekstra" },
          { address: "geheim@advocaat.example", role: "bcc", kind: "typed", name: "Secret Lawyer" },
        ],
      })
      const frozen = await freeze()
      expect(frozen.map(mail => mail.to).toSorted()).toEqual([
        ["cc@smit.example"],
        ["geheim@advocaat.example"],
        ["info@jansen.example"],
      ])
      for (const mail of frozen) {
        expect(Object.keys(mail)).not.toContain("cc")
        expect(Object.keys(mail)).not.toContain("bcc")
        expect(mail.from).toBe('"Sanne de Wit via Van der Meer Bouwmaterialen" <debiteuren@vdmbouw.example>')
        expect(mail.reply_to).toBe("antwoord@vdmbouw.example")
      }
    })
    it("gives the customer one button with a link, and a copy none, headed as a copy", async () => {
      await makeMessages(house, world, {
        of,
        to: [{ address: "info@jansen.example" }, { address: "cc@smit.example", role: "cc", kind: "relation" }],
      })
      const frozen = await freeze()
      const [customer, copy] = [
        frozen.find(mail => mail.to[0]?.startsWith("info")),
        frozen.find(mail => mail.to[0]?.startsWith("cc")),
      ]
      expect(customer?.html?.match(/<a /g)).toHaveLength(1)
      expect(customer?.html).toMatch(linkMark)
      expect(customer?.text).toMatch(linkMark)
      expect(copy?.html).not.toContain("portal")
      expect(copy?.subject).toBe(`Copy: ${customer?.subject}`)
      expect(copy?.html).toContain(
        `Copy of a message from Sanne de Wit to info@jansen.example about invoice ${of.invoiceNumber}`,
      )
    })
    it("names the CC in the customer's mail, and nobody's mail names a BCC", async () => {
      await makeMessages(house, world, {
        of,
        to: [
          { address: "info@jansen.example" },
          { address: "cc@smit.example", role: "cc", kind: "relation", name: "Smit & Hoekstra" },
          { address: "geheim@advocaat.example", role: "bcc", kind: "typed", name: "Secret Lawyer" },
        ],
      })
      const frozen = await freeze()
      expect(frozen.find(mail => mail.to[0]?.startsWith("info"))?.text).toContain("Copy to: Smit & Hoekstra")
      for (const mail of frozen) {
        const { to, ...rest } = mail
        expect(JSON.stringify(rest)).not.toContain("Secret Lawyer")
        expect(JSON.stringify(rest)).not.toContain("geheim@advocaat")
      }
    })
    it("lets a recorded address open the customer, and any other only the conversation", async () => {
      await makeMessages(house, world, {
        of,
        to: [{ address: "info@jansen.example" }, { address: "iemand@anders.example", kind: "typed" }],
      })
      await freeze()
      const links = await db().select({ address: portalLinks.address, scope: portalLinks.scope }).from(portalLinks)
      expect(links.toSorted((one, other) => one.scope.localeCompare(other.scope))).toEqual([
        { address: "iemand@anders.example", scope: "conversation" },
        { address: "info@jansen.example", scope: "customer" },
      ])
    })
    it("hangs all mails about one case under one thread", async () => {
      await makeMessages(house, world, { of, count: 2 })
      const [one, other] = await freeze()
      expect(one?.headers?.References).toBe(other?.headers?.References)
      expect(one?.headers?.["Message-ID"]).not.toBe(other?.headers?.["Message-ID"])
    })
    it("writes in the message's language", async () => {
      for (const language of ["nl", "de", "fr"]) await makeMessages(house, world, { of, message: { language } })
      const texts = (await freeze()).map(mail => mail.html)
      for (const words of ["Op dit bericht reageren", "Auf diese Nachricht antworten", "Répondre à ce message"])
        expect(texts.some(text => text?.includes(words))).toBe(true)
    })
    it("mails a note with its author as reply address, marked as internal, without any portal link", async () => {
      const { userId, name, email } = world.restricted.actor as { userId: string; name: string; email: string }
      const place = { organisationId: world.organisationId, administrationId: world.administrationId }
      const [noteId, forwardId, noteRecipientId] = [newId(), newId(), newId()]
      await db()
        .insert(notes)
        .values({
          ...place,
          id: noteId,
          customerId: of.customerId,
          caseKind: "invoice",
          caseId: of.invoiceId,
          authorUserId: userId,
          authorName: name,
          bodyHtml: "<p>Belde: betaalt vrijdag.</p>",
          bodyText: "Belde: betaalt vrijdag.",
        })
      await db()
        .insert(noteForwards)
        .values({ ...place, id: forwardId, noteId, byUserId: userId, byName: name, kind: "write" })
      await db()
        .insert(noteRecipients)
        .values({ ...place, id: noteRecipientId, forwardId, kind: "typed", address: "x@y.example", state: "queued" })
      await db()
        .insert(mails)
        .values({ ...place, kind: "note", noteRecipientId, address: "x@y.example" })
      const [mail] = await freeze()
      expect(mail).toMatchObject({
        to: ["x@y.example"],
        reply_to: email,
        from: expect.stringContaining("Rick Bos via"),
      })
      expect(mail?.text).toContain("Interne notitie van Rick Bos")
      expect(mail?.html).not.toContain("portal")
    })
  })

  describe("refuses", () => {
    it("lets a mail that cannot be made hold up no other", async () => {
      await db().insert(mails).values({ organisationId: world.organisationId, kind: "system", address: "a@b.example" })
      await makeMessages(house, world, { of })
      expect(await freeze()).toHaveLength(1)
      const [broken] = await db().select().from(mails).where(eq(mails.kind, "system"))
      expect(broken?.state).toBe("refused")
    })
  })

  describe("protects", () => {
    it("keeps hostile text from becoming HTML, and headers on one line", async () => {
      const [made] = await makeMessages(house, world, {
        of,
        to: [
          { address: "info@jansen.example" },
          { address: "c@smit.example", role: "cc", name: '<img src=x onerror=alert(1)>"' },
        ],
        message: {
          subject: "Open <script>alert(1)</script>\r\nBcc: x@evil.example",
          bodyHtml: '<p onclick="x()">Hi<script>alert(1)</script><img src="https://pixel.example/p.gif"></p>',
          authorName: "<b>Sanne</b>",
          fromName: 'Sanne "S", de Wit\r\nBcc: y@evil.example',
        },
        file: "%PDF",
      })
      await db()
        .update(attachments)
        .set({ name: "a\r\n<b>.pdf" })
        .where(eq(attachments.ownerId, made?.messageId ?? ""))
      for (const mail of await freeze()) {
        expect(mail.html).not.toMatch(/<script|<img|onclick|<b>/i)
        expect(mail.subject).not.toMatch(/[\r\n]/)
        expect(mail.from).toBe('"Sanne \\"S\\", de Wit Bcc: y@evil.example" <debiteuren@vdmbouw.example>')
        expect((mail as z.infer<typeof FrozenEmail>).attachments[0]?.filename).toBe("a <b>.pdf")
      }
    })
    it("keeps files, links and sealed addresses out of the frozen bodies", async () => {
      await makeMessages(house, world, { of, file: "%PDF-1.7 secret bytes" })
      await db()
        .insert(mails)
        .values({
          kind: "system",
          address: "nieuw@vdmbouw.example",
          content: {
            subject: "Invitation",
            paragraphs: ["Welcome"],
            button: {
              label: "Join",
              href: `sealed:${seal(house.config.secret, "https://casepost.example/join/very-secret")}`,
            },
          },
        })
      const bodies = JSON.stringify(await freeze())
      expect(bodies).not.toContain("very-secret")
      expect(bodies).not.toContain("sealed:ey")
      expect(bodies).not.toContain(Buffer.from("%PDF-1.7 secret bytes").toString("base64"))
      expect(bodies).not.toContain("/portal/m/")
    })
    it("keeps the sender's words as they were when the message was sent", async () => {
      const [made] = await makeMessages(house, world, { of, message: { fromName: "Old Name via Van der Meer" } })
      const [mail] = await freeze()
      expect(mail?.from).toContain("Old Name via Van der Meer")
      expect(
        await db()
          .select()
          .from(messages)
          .where(eq(messages.id, made?.messageId ?? "")),
      ).toHaveLength(1)
    })
  })
})
