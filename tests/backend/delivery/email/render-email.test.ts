import { readableOn } from "@casepost/backend/delivery/email/brand"
import { emailWords } from "@casepost/backend/delivery/email/email-words"
import { fromHeader } from "@casepost/backend/delivery/email/from-header"
import { renderCopy } from "@casepost/backend/delivery/email/render-copy"
import { type MessageEmail, renderEmail } from "@casepost/backend/delivery/email/render-email"
import { renderNotice } from "@casepost/backend/delivery/email/render-notice"
import { describe, expect, it } from "vitest"

const message: MessageEmail = {
  language: "en",
  subject: "Invoice VF-2026-04183 is still open",
  bodyHtml: "<p>Dear Mr Jansen,</p>",
  bodyText: "Dear Mr Jansen,",
  signatureHtml: "<p>Kind regards,<br>Sanne de Wit</p>",
  signatureText: "Kind regards,\nSanne de Wit",
  authorName: "Sanne de Wit",
  senderName: "Van der Meer Bouwmaterialen",
  legalName: "Van der Meer Bouwmaterialen B.V.",
  brandColour: "#1B5A4B",
  attachments: [{ name: "VF-2026-04183.pdf", size: 184 * 1024 }],
}
const href = "https://casepost.example/portal/m/x"

describe("render email", () => {
  describe("does", () => {
    it("cuts what a list of mails shows between characters, never within one", () => {
      const mail = renderEmail({ ...message, bodyText: `${"x".repeat(139)}🦄🦄`, copyTo: [], replyHref: href })
      expect(mail.html.isWellFormed()).toBe(true)
    })
    it("shows sender, text, signature, copies, one button and the attachments, in HTML and in plain text", () => {
      const mail = renderEmail({ ...message, copyTo: ["Smit & Hoekstra"], replyHref: href })
      for (const part of [mail.html, mail.text])
        for (const words of [
          "Dear Mr Jansen,",
          "Sanne de Wit",
          "Reply to this message",
          href,
          "VF-2026-04183.pdf",
          "184",
        ])
          expect(part).toContain(words)
      expect(mail.html).toContain("Copy to: Smit &amp; Hoekstra")
      expect(mail.text).toContain("Copy to: Smit & Hoekstra")
      expect(mail.html.match(/<a /g)).toHaveLength(1)
      expect(mail.html).toContain("prefers-color-scheme:dark")
    })
    it.each(["nl", "en", "de", "fr"])("says every word in %s", language => {
      const words = emailWords(language)
      const mail = renderEmail({ ...message, language, copyTo: ["X"], replyHref: href })
      const copy = renderCopy({ ...message, language, to: ["a@b.example"], about: words.about.invoice("1") })
      expect(mail.html).toContain(`lang="${language}"`)
      expect(mail.text).toContain(words.reply)
      expect(copy.subject).toBe(words.copySubject(message.subject))
    })
    it("chooses text that can be read on the brand's colour", () => {
      expect(readableOn("#1B5A4B")).toEqual({ text: "#ffffff", needsBorder: false })
      expect(readableOn("#FFE000")).toEqual({ text: "#16181f", needsBorder: true })
    })
    it("quotes a sender's name", () => {
      expect(fromHeader('Bos, "Rick" via X\\Y', "a@b.example")).toBe('"Bos, \\"Rick\\" via X\\\\Y" <a@b.example>')
    })
  })

  describe("protects", () => {
    it("lets no name, subject, file name or colour become HTML", () => {
      const hostile = '"><script>alert(1)</script>'
      const mail = renderEmail({
        ...message,
        subject: hostile,
        bodyText: hostile,
        authorName: hostile,
        senderName: hostile,
        legalName: hostile,
        brandColour: `red;}${hostile}`,
        attachments: [{ name: hostile, size: 1 }],
        copyTo: [hostile],
        replyHref: href,
      })
      expect(mail.html).not.toContain("<script>")
      expect(mail.html).not.toContain("red;}")
      expect(renderNotice({ subject: hostile, paragraphs: [hostile] }).html).not.toContain("<script>")
    })
    it("fetches nothing from anywhere", () => {
      const mail = renderEmail({ ...message, copyTo: [], replyHref: href })
      expect(mail.html).not.toMatch(/<img|src=|url\(|@import|<link/i)
    })
    it("gives a copy no link at all", () => {
      const copy = renderCopy({ ...message, to: ["info@jansen.example"], about: "invoice 1" })
      expect(copy.html).not.toMatch(/<a |portal/)
    })
  })
})
