import { chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath } from "../support/browser.ts"
import { launchExtension, type RunningExtension } from "../support/extension.ts"
import { findCase } from "../support/find-case.ts"
import { type Mail, portalLinkOf, waitForMails } from "../support/mails.ts"
import { type RunningServer, startCommand } from "../support/running-server.ts"

const sidePanel = { width: 400, height: 900 }
const popup = { width: 420, height: 600 }

describe("the main job, from a clean machine to 'opened'", () => {
  let server: RunningServer
  let extension: RunningExtension
  let panel: Page
  let customerMail: Mail
  let copy: Mail

  beforeAll(async () => {
    ;[server, extension] = await Promise.all([startCommand(), launchExtension(browserPath())])
  }, 240_000)
  afterAll(async () => {
    await extension.close()
    await server.kill()
  })

  it("signs in", async () => {
    await extension.signIn({ server: server.url, email: "sanne@demo.example", password: "casepost-demo" })
  })

  it("finds a case in the popup, writes with an attachment and a CC relation, and sends", async () => {
    const { page, errors } = await extension.open("popup.html", popup)
    await page.getByRole("combobox", { name: "Search cases" }).fill("jansen 04")
    await expect.poll(() => page.getByRole("option").first().textContent()).toContain("VF-2026-04183")
    await page.keyboard.press("Tab")
    const form = page.getByRole("form", { name: "New message" })
    await form.getByText("info@jansen.example").waitFor()
    await form.getByRole("combobox", { name: "CC", exact: true }).click()
    await page.getByRole("option", { name: /Smit & Hoekstra/ }).click()
    await form.getByRole("textbox", { name: "Subject" }).fill("Delivery note for VF-2026-04183")
    await form.getByRole("textbox", { name: "Message text" }).click()
    await page.keyboard.type("Dear Mr Jansen, attached is the delivery note you asked for.")
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "Delivery-note.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
      })
    await form.getByRole("button", { name: /Remove Delivery-note.pdf/ }).waitFor()
    await form.getByRole("button", { name: /^Send to customer/ }).click()
    await page.getByText(/Sending to Jansen/).waitFor()
    expect(errors).toEqual([])
    await page.close()
  })

  it("shows the message in the side panel, first held and then sent", async () => {
    const opened = await extension.open("sidepanel.html", sidePanel)
    panel = opened.page
    await findCase(panel, "VF-2026-04183")
    const entry = panel.getByRole("article", { name: /Message from Sanne de Wit/ }).first()
    await entry.getByText("Delivery note for VF-2026-04183").waitFor()
    await expect.poll(() => entry.textContent()).toMatch(/Delivered|Sent/)
  })

  it("lists its keys on ?, in one dialog that Esc closes", async () => {
    await panel.getByRole("heading", { level: 1, name: "VF-2026-04183" }).focus()
    await panel.keyboard.press("?")
    await panel.getByRole("dialog", { name: "Keys" }).waitFor()
    expect(await panel.getByRole("dialog").count()).toBe(1)
    await panel.keyboard.press("Escape")
    await panel.getByRole("dialog", { name: "Keys" }).waitFor({ state: "detached" })
  })

  it("mails the customer a personal link and the relation a copy without one, each to one address", async () => {
    const mails = await waitForMails(server.url, 2)
    customerMail = mails.find(mail => mail.to[0] === "info@jansen.example") as Mail
    copy = mails.find(mail => mail.to[0] === "dossiers@smithoekstra.example") as Mail
    for (const mail of [customerMail, copy]) {
      expect(mail.to).toHaveLength(1)
      expect([mail.cc, mail.bcc]).toEqual([[], []])
      expect(mail.from).toContain("Sanne de Wit via Van der Meer Bouwmaterialen")
      expect(mail.attachments.map(file => file.filename)).toEqual(["Delivery-note.pdf"])
    }
    expect(customerMail.html).toContain("Reply to this message")
    expect(customerMail.text).toContain("Copy to: Smit &amp; Hoekstra".replace("&amp;", "&"))
    expect(portalLinkOf(customerMail)).toBeDefined()
    expect(copy.text).toContain("Copy of a message from Sanne de Wit")
    expect(`${copy.html}${copy.text}`).not.toContain("/portal")
  })

  it("opens nothing when a scanner fetches the link", async () => {
    const link = portalLinkOf(customerMail) ?? ""
    for (let times = 0; times < 3; times++) {
      const response = await fetch(link, { redirect: "manual" })
      expect(response.headers.get("set-cookie")).toBeNull()
      expect(await response.text()).not.toContain("delivery note")
    }
    await panel.waitForTimeout(6_000)
    const entry = panel.getByRole("article", { name: /Message from Sanne de Wit/ }).first()
    expect(await entry.textContent()).not.toContain("Opened")
  })

  it("lets the customer read and answer on a phone, without an account", async () => {
    const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await phone.goto(portalLinkOf(customerMail) ?? "")
    await phone.getByText("attached is the delivery note you asked for").waitFor()
    expect(phone.url()).not.toContain("/portal/m/")
    expect(await phone.content()).not.toContain("he names a date")
    await phone.getByRole("textbox").fill("Thank you, approved. We pay on Friday.")
    await phone.getByRole("button", { name: "Send reply" }).click()
    await phone.getByText("Thank you, approved. We pay on Friday.").first().waitFor()
    await browser.close()
  })

  it("says 'Opened' and shows the answer, unread, in the side panel by itself", async () => {
    const reply = panel.getByRole("article", { name: /Peter Jansen/ }).first()
    await reply.getByText("Thank you, approved. We pay on Friday.").waitFor()
    const entry = panel.getByRole("article", { name: /Message from Sanne de Wit.*opened/ }).first()
    await entry.waitFor()
    await panel.getByRole("tab", { name: /Inbox/ }).click()
    await panel.getByText("Thank you, approved. We pay on Friday.").first().waitFor()
  })

  it("keeps all of it when the server is killed in the middle of the next message", async () => {
    const { page } = await extension.open("popup.html", popup)
    await page.getByRole("combobox", { name: "Search cases" }).fill("VF-2026-04219")
    await expect.poll(() => page.getByRole("option").first().textContent()).toContain("VF-2026-04219")
    await page.keyboard.press("Tab")
    const form = page.getByRole("form", { name: "New message" })
    await form.getByText("hallo@vanloon.example").waitFor()
    await form.getByRole("textbox", { name: "Subject" }).fill("Your payment plan")
    await form.getByRole("textbox", { name: "Message text" }).click()
    await page.keyboard.type("Three instalments are fine.")
    await form.getByRole("button", { name: /^Send to customer/ }).click()
    await page.getByText(/Sending to Bakkerij/).waitFor()
    await server.kill()
    await server.restart()
    const isIt = (mail: Mail) => mail.subject === "Your payment plan"
    await waitForMails(server.url, 1, isIt)
    await page.waitForTimeout(4_000)
    expect(await waitForMails(server.url, 1, isIt)).toHaveLength(1)
  }, 180_000)
})
