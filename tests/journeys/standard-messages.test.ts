import { deeds as bulkDeeds } from "@casepost/shared/bulk-messages"
import { chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath } from "../support/browser.ts"
import { launchExtension, type RunningExtension } from "../support/extension.ts"
import { findCase } from "../support/find-case.ts"
import { type Mail, portalLinkOf, waitForMails } from "../support/mails.ts"
import { type RunningServer, startCommand } from "../support/running-server.ts"

const sidePanel = { width: 464, height: 800 }
const fullTab = { width: 1440, height: 900 }

/** Every sentence of "How do I send (standard) messages to my customers", tried as an administrator would. */
describe("standard messages, and messages to many customers", () => {
  let server: RunningServer
  let extension: RunningExtension

  beforeAll(async () => {
    ;[server, extension] = await Promise.all([startCommand(), launchExtension(browserPath())])
    await extension.signIn({ server: server.url, email: "admin@demo.example", password: "casepost-demo" })
  }, 240_000)
  afterAll(async () => {
    await extension.close()
    await server.kill()
  })

  const isAbout = (words: string) => (mail: Mail) => mail.subject.includes(words)
  /** The overview of a kind, narrowed by a search, with its first cases ticked. */
  async function tickIn(area: string, { search, many }: { search: string; many: number }): Promise<Page> {
    const { page } = await extension.open(`tabs/work.html#/${area}`, fullTab)
    const ticks = page.getByRole("checkbox", { name: /^Select (?!the)/ })
    await ticks.first().waitFor()
    await page.getByRole("searchbox").fill(search)
    await expect.poll(() => page.url()).toContain("q=")
    await page
      .getByRole("row", { name: new RegExp(search) })
      .first()
      .waitFor()
    for (let place = 0; place < many; place++) await ticks.nth(place).press("Space")
    await page.getByText(`${many} selected`, { exact: true }).waitFor()
    return page
  }
  async function sendMessages(page: Page): Promise<void> {
    await page.getByRole("button", { name: /^Send messages/ }).click()
    await page.getByRole("heading", { name: "Send messages", exact: true }).waitFor()
    await expect.poll(() => page.url()).toContain("#/bulk/")
  }

  it("leads by the gear and 'Messages' to 'Add standard message', and saves one without a signature", async () => {
    const { page } = await extension.open("sidepanel.html", sidePanel)
    await page.getByRole("button", { name: "Organisation settings" }).click()
    const isSettings = (one: Page) => one.url().includes("options.html#/")
    await expect.poll(() => extension.context.pages().some(isSettings)).toBe(true)
    const settings = extension.context.pages().find(isSettings) as Page
    await settings.setViewportSize(fullTab)
    await settings.getByRole("link", { name: "Messages", exact: true }).click()
    await settings.getByRole("heading", { name: "Messages", level: 1 }).waitFor()
    await settings.getByRole("button", { name: "Administration" }).click()
    await settings.getByRole("option", { name: "VDM Bouwmaterialen NL" }).click()
    await settings.getByRole("button", { name: "Add standard message" }).first().click()
    const form = settings.getByRole("form", { name: "New standard message" })
    await form.getByRole("textbox", { name: "Description" }).fill("Payment plan, offered")
    await form.getByRole("combobox", { name: "Default CC" }).click()
    await settings.getByRole("option", { name: /Smit & Hoekstra/ }).click()
    await settings.keyboard.press("Escape")
    await form.getByRole("textbox", { name: "Subject" }).click()
    await settings.keyboard.type("Betalingsregeling voor {case")
    await settings.getByRole("option", { name: /^Case number/ }).click()
    await form.getByRole("textbox", { name: "Text" }).click()
    await settings.keyboard.type("Geachte {contact name")
    await settings.getByRole("option", { name: /^Contact name/ }).click()
    await settings.keyboard.type(", wij bieden u een betalingsregeling aan.")
    await form.getByText("No signature needed here").waitFor()
    await form.getByRole("button", { name: "Save standard message" }).click()
    await settings.getByRole("row", { name: /Payment plan, offered/ }).waitFor()
    await settings.close()
    await page.close()
  })

  it("chooses it for an invoice: text, subject and CC are there, and the signature comes by itself", async () => {
    const { page } = await extension.open("sidepanel.html", sidePanel)
    await findCase(page, "VF-2026-04183")
    await page
      .getByRole("button", { name: /^Message/ })
      .first()
      .click()
    const form = page.getByRole("form", { name: "New message" })
    await form.getByText("info@jansen.example").waitFor()
    await form.getByRole("combobox", { name: "Standard message" }).click()
    await page.keyboard.type("payment plan off")
    await page.getByRole("option", { name: /Payment plan, offered/ }).waitFor()
    await page.keyboard.press("Enter")
    await form.getByText("Smit & Hoekstra").first().waitFor()
    await form.getByRole("textbox", { name: "Message text" }).getByText("betalingsregeling").waitFor()
    await form.getByRole("button", { name: /^Send to customer/ }).click()
    const mails = await waitForMails(server.url, 2, isAbout("Betalingsregeling voor VF-2026-04183"))
    const customers = mails.find(mail => mail.to[0] === "info@jansen.example") as Mail
    const copy = mails.find(mail => mail.to[0] !== "info@jansen.example") as Mail
    expect(customers.text).toMatch(/Geachte .*Jansen, wij bieden u/)
    expect(customers.text.match(/Kind regards|Met vriendelijke groet/g)).toHaveLength(1)
    expect(portalLinkOf(customers)).toBeDefined()
    expect(portalLinkOf(copy)).toBeUndefined()
    expect(mails.flatMap(mail => [...mail.cc, ...mail.bcc])).toEqual([])
    await page.close()
  }, 180_000)

  it("sends ticked invoices one message each, with a file, and customers never see each other", async () => {
    const page = await tickIn("invoices", { search: "VF-2026", many: 4 })
    await sendMessages(page)
    await page.getByRole("textbox", { name: "Subject" }).click()
    await page.keyboard.type("Open: {invoice number")
    await page.getByRole("option", { name: /^Invoice number/ }).click()
    await page.getByRole("textbox", { name: /^Message text/ }).click()
    await page.keyboard.type("Wilt u deze factuur betalen?")
    const file = {
      name: "Terms.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4\n%%EOF\n".padEnd(900)),
    }
    await page.locator("input[type=file]").first().setInputFiles(file)
    await page.getByText("Terms.pdf").first().waitFor()
    await page.getByText(/^4 messages/).waitFor()
    await page.getByRole("button", { name: /^Send to customer/ }).click()
    await page
      .getByText(/Sending/)
      .first()
      .waitFor()
    const mails = await waitForMails(server.url, 3, isAbout("Open: VF-2026"))
    await page
      .getByText(/^Done, 4 messages/)
      .first()
      .waitFor()
    expect(new Set(mails.map(mail => mail.subject)).size).toBe(mails.length)
    for (const mail of mails) {
      expect(mail.to).toHaveLength(1)
      expect(mail.attachments.map(one => one.filename)).toContain("Terms.pdf")
      for (const other of mails.filter(one => one !== mail)) expect(mail.html).not.toContain(other.to[0])
    }
    await page.close()
  }, 240_000)

  it.each([
    ["customers", "Jansen & Zonen", 1, "Betalingsregeling voor 10482"],
    ["matters", "M-2026", 3, "Betalingsregeling voor M-2026"],
  ])(
    "sends a standard message from the overview of %s",
    async (area, search, many, subject) => {
      const page = await tickIn(area, { search, many })
      await sendMessages(page)
      await page.getByRole("combobox", { name: "Standard message" }).click()
      await page.keyboard.type("payment plan off")
      await page.getByRole("option", { name: /Payment plan, offered/ }).waitFor()
      await page.keyboard.press("Enter")
      await page
        .getByRole("region", { name: "Preview" })
        .getByText(/betalingsregeling/)
        .first()
        .waitFor()
      await page.getByRole("button", { name: /^Send to customer/ }).click()
      await page.getByText(/^Done/).first().waitFor()
      const [mail] = await waitForMails(server.url, 1, isAbout(subject))
      expect(mail?.text).toContain("wij bieden u een betalingsregeling aan.")
      await page.close()
    },
    240_000,
  )

  it("stands in timeline, inbox and portal, with who sent it, when, to whom, and whether it was opened", async () => {
    const { page } = await extension.open("sidepanel.html", sidePanel)
    await findCase(page, "VF-2026-04183")
    const entry = page.getByRole("article").filter({ hasText: "Betalingsregeling voor VF-2026-04183" }).first()
    await entry
      .getByText(/info@jansen.example/)
      .first()
      .waitFor()
    await entry.getByText("Demo Admin").first().waitFor()
    await page.getByRole("tab", { name: /Inbox/ }).click()
    await page.getByText("Betalingsregeling voor").first().waitFor()
    await page.close()
    const isCustomers = (mail: Mail) => isAbout("voor VF-2026-04183")(mail) && mail.to[0] === "info@jansen.example"
    const [mail] = await waitForMails(server.url, 1, isCustomers)
    const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
    const portal = await browser.newPage()
    await portal.goto(portalLinkOf(mail as Mail) ?? "")
    await portal
      .getByText(/wij bieden u een betalingsregeling aan/)
      .first()
      .waitFor()
    await portal.waitForTimeout(6_000)
    await browser.close()
    const again = (await extension.open("sidepanel.html", sidePanel)).page
    await findCase(again, "VF-2026-04183")
    await again
      .getByRole("article")
      .filter({ hasText: "Betalingsregeling voor VF-2026-04183" })
      .first()
      .getByText("Opened")
      .first()
      .waitFor()
    await again.close()
  }, 120_000)

  it("goes on after kill -9 half-way: none lost, none twice", async () => {
    const page = await tickIn("invoices", { search: "VF-2026-05", many: 30 })
    await sendMessages(page)
    await page.getByRole("textbox", { name: "Subject" }).click()
    await page.keyboard.type("Laatste herinnering")
    await page.getByRole("textbox", { name: /^Message text/ }).click()
    await page.keyboard.type("Wilt u binnen vijf dagen betalen?")
    await page.getByText("Draft saved").waitFor()
    await page.getByRole("button", { name: /^Send to customer/ }).click()
    await page
      .getByText(/Sending/)
      .first()
      .waitFor()
    await page.close()
    await server.kill()
    await server.restart()
    await waitForMails(server.url, 1, isAbout("Laatste herinnering"))
    await server.kill()
    await server.restart()
    const list = (await extension.open("tabs/work.html#/bulk", fullTab)).page
    await list.getByText("Laatste herinnering").first().waitFor()
    await list.getByText("Done").first().waitFor()
    await list.close()
    const mails = await waitForMails(server.url, 1, isAbout("Laatste herinnering"))
    const messages = await listCases()
    const mailed = messages.filter(one => one.address !== null && one.state === "message").length
    expect(mails).toHaveLength(mailed)
    expect(messages.filter(one => one.state !== "waiting")).toHaveLength(30)
  }, 300_000)

  async function listCases(): Promise<{ state: string; address: string | null }[]> {
    const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email: "admin@demo.example", password: "casepost-demo" }),
    })
    const headers = { Authorization: `Bearer ${signedIn.headers.get("set-auth-token") ?? ""}` }
    const list = await (await fetch(`${server.url}${bulkDeeds.listBulkMessages.path}`, { headers })).json()
    const { id } = list.bulkMessages[0]
    const cases = await fetch(`${server.url}${bulkDeeds.listBulkMessages.path}/${id}/cases?limit=100`, { headers })
    return (await cases.json()).cases
  }
})
