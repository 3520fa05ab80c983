import type { Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserPath } from "../support/browser.ts"
import { launchExtension, type RunningExtension } from "../support/extension.ts"
import { pickerIn, pressMark } from "../support/mail-fields.ts"
import { waitForMails } from "../support/mails.ts"
import { findPanel, hasPanel, openPanel } from "../support/panel.ts"
import { type RunningServer, startCommand } from "../support/running-server.ts"

/** A working day in somebody else's tool: recognised, written, copied, in bulk, in the tool's own mail, and through a crash. */
describe("Casepost in a web tool", () => {
  let server: RunningServer
  let extension: RunningExtension
  let tool: Page

  beforeAll(async () => {
    ;[server, extension] = await Promise.all([
      startCommand(),
      launchExtension(browserPath(), "light", { hosts: ["http://localhost/*"] }),
    ])
    await extension.signIn({ server: server.url, email: "sanne@demo.example", password: "casepost-demo" })
    tool = await extension.context.newPage()
    await tool.setViewportSize({ width: 1440, height: 900 })
  }, 240_000)
  afterAll(async () => {
    await extension.close()
    await server.kill()
  })

  const open = (path: string) => tool.goto(`${server.url}${path}`)
  const formIn = (panel: Frame) => panel.getByRole("form", { name: "New message" })

  it("recognises the invoice of the page, and sends a message with a copy to a relation by keyboard", async () => {
    const asked: string[] = []
    tool.on("request", request => asked.push(request.url()))
    await open("/demo/invoices/VF-2026-04183")
    expect(asked.filter(url => url.includes("/api/"))).toEqual([])
    const panel = await openPanel(tool)
    const form = formIn(panel)
    await form.getByText("info@jansen.example").waitFor()
    await panel.getByText("VF-2026-04183").first().waitFor()
    await form.getByRole("combobox", { name: "CC", exact: true }).press("S")
    await panel.getByRole("option", { name: /Smit & Hoekstra/ }).waitFor()
    await tool.keyboard.type("mit")
    await tool.keyboard.press("Enter")
    await form.getByRole("textbox", { name: "Subject" }).focus()
    await tool.keyboard.type("Delivery note, from the tool")
    await form.getByRole("textbox", { name: "Message text" }).focus()
    await tool.keyboard.type("Dear Mr Jansen, the delivery note is on its way.")
    await tool.keyboard.press("Control+Enter")
    await panel
      .getByText(/Sending in/)
      .first()
      .waitFor()
    const mails = await waitForMails(server.url, 2, mail => mail.subject.includes("Delivery note, from the tool"))
    expect(mails.map(mail => mail.to[0]).sort()).toEqual(["dossiers@smithoekstra.example", "info@jansen.example"])
    expect(mails.every(mail => mail.cc.length === 0 && mail.bcc.length === 0)).toBe(true)
  })

  it("leaves nothing of the customer in the page, and gives the focus back", async () => {
    const panel = await findPanel(tool)
    await panel
      .getByRole("button", { name: /^Close/ })
      .first()
      .click()
    await expect.poll(() => hasPanel(tool)).toBe(false)
    expect(await tool.evaluate(() => document.documentElement.outerHTML)).not.toContain("info@jansen.example")
    expect(await tool.evaluate(() => window.length)).toBe(0)
  })

  it("keeps what was typed when the tool goes on to another invoice, and through a server that was killed", async () => {
    await open("/demo/invoices/VF-2026-04219")
    let panel = await openPanel(tool)
    await formIn(panel).getByRole("textbox", { name: "Subject" }).focus()
    await tool.keyboard.type("Kept whatever happens")
    await panel.getByText("Draft saved").waitFor()
    await server.kill()
    await formIn(panel).getByRole("textbox", { name: "Message text" }).focus()
    await tool.keyboard.type("Typed while nobody answered.")
    await server.restart()
    await panel.getByText("Draft saved").waitFor()
    await open("/demo/invoices/VF-2026-04183")
    await open("/demo/invoices/VF-2026-04219")
    panel = await openPanel(tool)
    await panel.getByText("Typed while nobody answered.").waitFor()
    expect(await formIn(panel).getByRole("textbox", { name: "Subject" }).textContent()).toBe("Kept whatever happens")
  })

  it("ticks the cases of a list and goes on to a message to many", async () => {
    await open("/demo/invoices")
    const panel = await openPanel(tool)
    await panel
      .getByText(/cases on this page/)
      .first()
      .waitFor()
    const ticks = panel.getByRole("checkbox")
    await ticks.nth(0).press("Space")
    await ticks.nth(1).press("Space")
    await panel.getByText(/^2 selected/).waitFor()
    const opened = extension.context.waitForEvent("page")
    await panel.getByRole("button", { name: /^Send messages/ }).click()
    const work = await opened
    await work.getByRole("heading", { name: "Send messages", exact: true }).waitFor()
    expect(work.url()).toContain("#/bulk/")
    await work.close()
  })

  it("puts a relation into the field of a webmail, as that field wants it", async () => {
    await open("/demo/mail")
    await tool.getByText("New message", { exact: true }).first().click()
    await tool.locator("#field-Cc").focus()
    const picker = await pressMark(tool)
    await picker.getByText("Casepost sends nothing").waitFor()
    await picker.getByRole("option", { name: /Kuiper Accountants/ }).click()
    await expect.poll(() => pickerIn(tool)).toBeUndefined()
    await tool.getByText("debiteuren@kuiperacc.example").first().waitFor()
    expect(await tool.evaluate(() => document.activeElement?.id)).toBe("field-Cc")
  })
})
