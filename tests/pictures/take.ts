import { join } from "node:path"
import { buildExtension } from "@casepost/backend/start/build-extension"
import { chromium, type Page } from "playwright-core"
import { browserPath } from "../support/browser.ts"
import { launchExtension } from "../support/extension.ts"
import { findCase } from "../support/find-case.ts"
import { pressMark } from "../support/mail-fields.ts"
import { portalLinkOf, waitForMails } from "../support/mails.ts"
import { openPanel } from "../support/panel.ts"
import { startCommand } from "../support/running-server.ts"

/** `pnpm pictures`: takes the README's pictures anew, in the built extension, with the demo organisation. */
await buildExtension(console.log)
const server = await startCommand()
const extension = await launchExtension(browserPath())
const save = (page: Page, name: string) => page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })

const first = await extension.open("options.html")
await first.page.getByLabel("Server address").fill(server.url)
await first.page.getByRole("button", { name: "Check" }).click()
await first.page.getByLabel("Email address").fill("sanne@demo.example")
await first.page.getByLabel("Password", { exact: true }).fill("casepost-demo")
await save(first.page, "first-run")
await first.page.getByRole("button", { name: "Sign in" }).click()
await first.page.getByText("Signed in as").waitFor()

const popup = (await extension.open("popup.html", { width: 420, height: 600 })).page
await popup.getByRole("combobox", { name: "Search cases" }).fill("jansen 04")
await popup.getByRole("option", { name: /VF-2026-04183/ }).waitFor()
await popup.keyboard.press("Tab")
const form = popup.getByRole("form", { name: "New message" })
await form.getByText("info@jansen.example").waitFor()
await form.getByRole("combobox", { name: "CC", exact: true }).click()
await popup.getByRole("option", { name: /Smit & Hoekstra/ }).click()
await form.getByRole("textbox", { name: "Subject" }).fill("Delivery note for VF-2026-04183")
await form.getByRole("textbox", { name: "Message text" }).click()
await popup.keyboard.type(
  "Dear Mr Jansen,\nAttached is the delivery note of 12 September you asked for. Could you approve the invoice this week?",
)
const file = {
  name: "Delivery-note.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n".padEnd(2_400_000)),
}
await popup.locator("input[type=file]").first().setInputFiles(file)
await form.getByRole("button", { name: /Remove Delivery-note.pdf/ }).waitFor()
await popup.getByText("Draft saved").waitFor()
await save(popup, "popup")
await form.getByRole("button", { name: /^Send to customer/ }).click()

const panel = (await extension.open("sidepanel.html", { width: 400, height: 900 })).page
await findCase(panel, "VF-2026-04183")
await panel.getByText(/Sending in/).waitFor()
await save(panel, "side-panel")

const mails = await waitForMails(server.url, 2, mail => /Delivery note/.test(mail.subject))
const customerMail = mails.find(mail => mail.to[0] === "info@jansen.example")
if (!customerMail) throw new Error("The customer got no mail.")
const mailbox = await extension.context.newPage()
await mailbox.setViewportSize({ width: 1200, height: 800 })
await mailbox.goto(`${server.url}/mailbox?mail=${customerMail.id}`)
await save(mailbox, "mailbox")

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
const portal = await browser.newPage({ viewport: { width: 900, height: 800 }, deviceScaleFactor: 2, locale: "en-GB" })
await portal.goto(portalLinkOf(customerMail) ?? "")
await portal.getByRole("button", { name: "Send reply" }).waitFor()
await save(portal, "portal")

const note = (
  await extension.open(`tabs/compose.html${await caseQuery()}&write=1&as=note`, { width: 464, height: 900 })
).page
await note.getByRole("textbox", { name: "Note text" }).click()
await note.keyboard.type(
  "Mr Jansen called: the delivery note of 12 September is missing on site. He names a payment date once he has it.",
)
await note.getByText("Reminder", { exact: true }).click()
await note.getByRole("combobox", { name: "Add recipient" }).first().click()
await note.getByRole("option", { name: /Kuiper/ }).click()
await note.getByText("Draft saved").waitFor()
await save(note, "note")

const asAdministrator = await launchExtension(browserPath(), "light", { hosts: ["http://localhost/*"] })
await asAdministrator.signIn({ server: server.url, email: "admin@demo.example", password: "casepost-demo" })
const relations = (await asAdministrator.open("options.html#/relations/new")).page
const dialog = relations.getByRole("dialog", { name: "Add relation" })
await dialog.getByLabel("Name").fill("Deloo Gerechtsdeurwaarders")
await dialog.getByLabel("Email address").fill("dossier@deloo.example")
await dialog.getByRole("combobox", { name: "Administrations" }).click()
await relations.getByRole("option", { name: /VDM Bouwmaterialen NL/ }).click()
await relations.getByRole("option", { name: /VDM België/ }).click()
await save(relations, "relations")

const texts = (await asAdministrator.open("options.html#/messages", { width: 1440, height: 900 })).page
await texts.getByRole("button", { name: "Administration" }).click()
await texts.getByRole("option", { name: "VDM Bouwmaterialen NL" }).click()
await texts.getByText("Second reminder, friendly").click()
await texts.getByRole("tab", { name: /English/ }).click()
await texts.getByText(/placeholders have a value/).waitFor()
await save(texts, "standard-message")

const work = (await extension.open("tabs/work.html#/invoices", { width: 1440, height: 900 })).page
const ticks = work.getByRole("checkbox", { name: /^Select VF/ })
await ticks.first().waitFor()
for (let place = 0; place < 8; place++) await ticks.nth(place).press("Space")
await work.getByText("8 selected", { exact: true }).waitFor()
await save(work, "overview")
await work.getByRole("button", { name: /^Send messages/ }).click()
await work.getByRole("combobox", { name: "Standard message" }).click()
await work.keyboard.type("second rem")
await work.getByRole("option", { name: /Second reminder, friendly/ }).waitFor()
await work.keyboard.press("Enter")
await work
  .getByRole("region", { name: "Preview" })
  .getByText(/Factuur VF/)
  .first()
  .waitFor()
await work.getByText("Draft saved").waitFor()
await save(work, "bulk")

const tools = (await asAdministrator.open("options.html#/tools", { width: 1344, height: 896 })).page
await tools.getByText("Grootboek Online", { exact: true }).first().waitFor()
await tools.getByText("Chrome asks each person").waitFor()
await save(tools, "tools")

await asAdministrator.close()

const inTools = await launchExtension(browserPath(), "light", { hosts: ["http://localhost/*"] })
await inTools.signIn({ server: server.url, email: "sanne@demo.example", password: "casepost-demo" })
const tool = await inTools.context.newPage()
await tool.setViewportSize({ width: 1440, height: 900 })
await tool.goto(`${server.url}/demo/invoices/VF-2026-04219`)
const inPage = await openPanel(tool)
const written = inPage.getByRole("form", { name: "New message" })
await written.getByRole("combobox", { name: "Standard message" }).click()
await tool.keyboard.type("first pay")
await inPage.getByRole("option").first().waitFor()
await tool.keyboard.press("Enter")
await inPage.getByText("Draft saved").waitFor()
await written.getByRole("combobox", { name: "CC", exact: true }).click()
await inPage.getByRole("option", { name: /Smit & Hoekstra/ }).waitFor()
await save(tool, "panel")
await tool.goto(`${server.url}/demo/mail`)
await tool.getByText("New message", { exact: true }).first().click()
await tool.locator("#field-Cc").focus()
const picker = await pressMark(tool)
await picker.getByRole("option", { name: /Kuiper Accountants/ }).waitFor()
await save(tool, "field")
await inTools.close()
await browser.close()
await extension.close()
await server.stop()

/** The case of the pictures, as an extension page's address carries it. */
async function caseQuery(): Promise<string> {
  const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: "sanne@demo.example", password: "casepost-demo" }),
  })
  const headers = { Authorization: `Bearer ${signedIn.headers.get("set-auth-token")}` }
  const answer = await fetch(`${server.url}/api/v1/cases?kind=invoice&search=VF-2026-04183`, { headers })
  const { cases } = (await answer.json()) as { cases: { ref: { kind: string; id: string } }[] }
  return `?kind=${cases[0]?.ref.kind}&id=${cases[0]?.ref.id}`
}
