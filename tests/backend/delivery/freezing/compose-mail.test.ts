import { createApp } from "@casepost/backend/app"
import { contacts, customers, matters } from "@casepost/backend/cases/tables"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { previewMessage } from "@casepost/backend/delivery/email/preview-message"
import type { WireMail } from "@casepost/backend/delivery/freezing/marks"
import { portalLinkUrl } from "@casepost/backend/delivery/portal-link"
import { portalLinks } from "@casepost/backend/delivery/tables"
import { listInbox } from "@casepost/backend/inbox/list-inbox"
import { sendMessage } from "@casepost/backend/messages/send-message"
import { listTimeline } from "@casepost/backend/timeline/list-timeline"
import { hasControlCharacters } from "@casepost/shared/contract"
import { languages } from "@casepost/shared/organisations"
import { placeholderNames } from "@casepost/shared/placeholders"
import { eq } from "drizzle-orm"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { leaveAndFreeze } from "../../../support/freeze.ts"
import { type FullCase, fullCasesAddress, kindsOf, makeFullCase } from "../../../support/full-case.ts"
import { openLonelyHouse } from "../../../support/house.ts"
import { startMailbox } from "../../../support/mailbox.ts"
import { writing } from "../../../support/messages.ts"
import { enterByLink } from "../../../support/portal.ts"

const to = [{ kind: "customer" as const, address: fullCasesAddress }]
const cc = [{ kind: "typed" as const, address: "cc@smit.example", name: "Smit & Hoekstra" }]
const bcc = [{ kind: "typed" as const, address: "bcc@advocaat.example" }]
const linkMark = /\{\{portal-link:[0-9a-f-]{36}\}\}/g
const everything = (kind: "customer" | "matter" | "invoice") =>
  placeholderNames
    .filter(name => kindsOf(name).includes(kind))
    .map(name => `<p>{{${name}}}</p>`)
    .join("")

async function openHouse() {
  const house = await openLonelyHouse()
  onTestFinished(() => house.database.close())
  return house
}
const mailTo = (mails: WireMail[], address: string) => {
  const mail = mails.find(one => one.to[0] === address)
  if (!mail) throw new Error(`No mail to ${address}.`)
  return mail
}

describe("compose-mail", () => {
  describe("does", () => {
    it.each(languages)("exactly what the preview showed, but for the personal link (%s)", async language => {
      const house = await openHouse()
      const full = await makeFullCase(house, language)
      const previews = new Map<string, string>()
      for (const kind of ["customer", "matter", "invoice"] as const) {
        const message = writing(full.refs[kind], {
          to,
          cc,
          subject: `{{case.number}} {{customer.name}} (${kind})`,
          bodyHtml: everything(kind),
        })
        const preview = await previewMessage(full.world.standard, message)
        expect([preview.missing, preview.unknown]).toEqual([[], []])
        previews.set(preview.subject, preview.emailHtml)
        await sendMessage(full.world.standard, message)
        const { entries } = await listTimeline(full.world.standard, full.refs[kind], { limit: 30 })
        const entry = entries.find(one => one.type === "message" && one.subject === preview.subject)
        expect(entry && "bodyHtml" in entry && entry.bodyHtml).toBe(preview.bodyHtml)
      }
      const mails = (await leaveAndFreeze(house)).filter(mail => mail.to[0] === fullCasesAddress)
      expect(mails).toHaveLength(3)
      for (const mail of mails) {
        expect(mail.html.match(linkMark)).toHaveLength(2)
        expect(mail.html.replace(linkMark, "#")).toBe(previews.get(mail.subject))
      }
    })

    it("puts the personal link behind the portal link of the customer's mail, in its text part, too", async () => {
      const house = await openHouse()
      const full = await makeFullCase(house)
      const bodyHtml = "<p>Answer in {{portal.link}}, please.</p>"
      await sendMessage(full.world.standard, writing(full.refs.invoice, { to, bodyHtml }))
      const mail = mailTo(await leaveAndFreeze(house), fullCasesAddress)
      expect(mail.html).toMatch(
        /Answer in <a href="\{\{portal-link:[0-9a-f-]{36}\}\}">your customer portal<\/a>, please\./,
      )
      expect(mail.text).toMatch(/^Answer in your customer portal \(\{\{portal-link:[0-9a-f-]{36}\}\}\), please\.\n/)
    })

    it("draws a table of open invoices with its look inline, and in columns in the text part", async () => {
      const house = await openHouse()
      const full = await makeFullCase(house)
      const bodyHtml = "<p>These are open: {{openInvoices.table}} Please pay.</p>"
      await sendMessage(full.world.standard, writing(full.refs.customer, { to, bodyHtml }))
      const mail = mailTo(await leaveAndFreeze(house), fullCasesAddress)
      expect(mail.html).toMatch(/<table width="100%"[^>]*><thead><tr><th scope="col"[^>]*>Invoice<\/th>/)
      expect(mail.html).toMatch(/<td class="line text" style="[^"]*text-align:right[^"]*">€12,480\.50<\/td>/)
      const lines = mail.text.split("\n")
      const rows = lines.slice(2, 5)
      expect(lines[0]).toBe("These are open:")
      expect(rows[0]).toMatch(/^Invoice {2,}Invoice date {2,}Due date {2,}Open$/)
      expect(new Set(rows.map(row => row.length)).size).toBe(1)
      expect(lines[6]).toBe("Please pay.")
    })
  })

  describe("refuses", () => {
    it("a link in copies: they hold the words alone", async () => {
      const house = await openHouse()
      const full = await makeFullCase(house)
      const bodyHtml = "<p>Answer in {{portal.link}}, please.</p>"
      await sendMessage(full.world.standard, writing(full.refs.invoice, { to, cc, bcc, bodyHtml }))
      const mails = await leaveAndFreeze(house)
      for (const address of ["cc@smit.example", "bcc@advocaat.example"]) {
        const copy = mailTo(mails, address)
        expect(copy.html).toContain("Answer in your customer portal, please.")
        expect(copy.text).toContain("Answer in your customer portal, please.")
        expect(JSON.stringify(copy)).not.toMatch(/portal-link|casepost:portal/)
      }
    })
  })

  describe("protects", () => {
    it("every surface from values that look like placeholders, markup or controls: they are text", async () => {
      const mailbox = await startMailbox()
      const house = await openHouse()
      house.config.resend = { apiKey: "re_test", baseUrl: `${mailbox.url}/mailbox/resend`, webhookSecret: undefined }
      const full = await makeFullCase(house)
      await makeHostile(house.database.owner, full)
      await sendMessage(
        full.world.standard,
        writing(full.refs.invoice, {
          to,
          cc,
          subject: "For {{customer.name}}",
          bodyHtml:
            "<p>{{customer.name}}</p><p>{{contact.name}}</p><p>{{matter.description}}</p><p>{{portal.link}}</p>",
        }),
      )
      house.setNow(new Date(Date.now() + 60_000))
      const dispatcher = startDispatcher(house)
      onTestFinished(() => dispatcher.close())
      const mails = await vi.waitFor(
        async () => {
          const all = (await mailbox.mails()) as unknown as (WireMail & { to: string[] })[]
          expect(all).toHaveLength(2)
          return all
        },
        { timeout: 30_000, interval: 100 },
      )
      for (const mail of mails) {
        expect(mail.subject).toContain("For {{user.email}} <script>alert(1)</script>")
        expect(mail.html).toContain("{{user.email}} &lt;script&gt;alert(1)&lt;/script&gt;")
        expect(mail.text).toContain("{{user.email}} <script>alert(1)</script>")
        expectHarmless(mail.html)
        for (const text of [mail.subject, mail.text]) expect(hasTurns(text)).toBe(false)
      }
      const { entries } = await listTimeline(full.world.standard, full.refs.invoice, { limit: 30 })
      const [entry] = entries
      if (entry?.type !== "message") throw new Error("The timeline holds no message.")
      expect(entry.bodyHtml).toContain("{{user.email}} &lt;script&gt;alert(1)&lt;/script&gt;")
      expect(entry.bodyHtml).toMatch(/<p>your customer portal<\/p>$/)
      for (const html of [entry.bodyHtml, entry.subject.replaceAll("<", "&lt;")]) expectHarmless(html)
      const { conversations } = await listInbox(full.world.standard, { limit: 30, sort: "newest" })
      expect(hasTurns(conversations[0]?.last.preview ?? "\u0007")).toBe(false)
      const [link] = await house.database.owner.select({ id: portalLinks.id }).from(portalLinks)
      const page = await enterByLink(createApp(house), new URL(portalLinkUrl(house.config, link?.id ?? "")).pathname)
      expect(page.text).not.toMatch(/<script>alert|<img src=x|<a href="casepost/)
      const said = /<div class="text">(.*?)<\/div>/s.exec(page.text)?.[1] ?? ""
      expect(said).toContain("{{user.email}} &lt;script&gt;alert(1)&lt;/script&gt;")
      expect(said).toMatch(/<p>your customer portal<\/p>$/)
      expectHarmless(said)
    })
  })
})

const evil = 'alert(1)</script> "quoted" {{portal-link:1}} \u202eevil\u2066 \r\nBcc: x@evil.example'

async function makeHostile(db: Awaited<ReturnType<typeof openLonelyHouse>>["database"]["owner"], full: FullCase) {
  await db
    .update(customers)
    .set({ name: `{{user.email}} <script>${evil}` })
    .where(eq(customers.id, full.customerId))
  await db
    .update(contacts)
    .set({ name: `<img src=x onerror=alert(1)> ${evil}` })
    .where(eq(contacts.customerId, full.customerId))
  await db
    .update(matters)
    .set({ description: `</p><a href="casepost:portal">x</a> \u0007 ${evil}` })
    .where(eq(matters.id, full.matterId))
}

/** No tag of a value's own, nothing that turns the direction of the text around it. */
function expectHarmless(html: string) {
  expect(html).not.toMatch(/<script>alert|<img src=x|<a href="casepost/)
  expect(hasTurns(html)).toBe(false)
}

function hasTurns(text: string) {
  return text.split("\n").some(line => hasControlCharacters(line))
}
