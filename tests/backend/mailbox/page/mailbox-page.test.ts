import { type Browser, chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { browserPath } from "../../../support/browser.ts"
import { letter, startMailbox } from "../../../support/mailbox.ts"

let browser: Browser
beforeAll(async () => {
  const executablePath = browserPath()
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
})
afterAll(() => browser.close())

async function openPage(path: string, options: { colorScheme?: "light" | "dark"; javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(path)
  return page
}

describe("does", () => {
  it("shows who a mail is for, what it is to them, its files and what happened to it", async () => {
    const { resend, page, hear } = await startMailbox()
    const tags = [
      { name: "kind", value: "cc" },
      { name: "bulk", value: "yes" },
    ]
    await resend.emails.send({ ...letter, tags, attachments: [{ filename: "a.txt", content: Buffer.from("a") }] })
    await hear(2)
    const shown = await page()
    for (const word of ["CC copy", "Bulk", "1 file", "Delivered", "one recipient, no cc, no bcc"])
      expect(shown).toContain(word)
  })

  it("shows a mail that arrives while it is open, and what happens to it at the press of a button", async () => {
    const { resend, url } = await startMailbox()
    const page = await openPage(`${url}/mailbox`)
    await page.getByText("No mail yet").waitFor()
    await resend.emails.send(letter)
    await page.getByRole("link", { name: /info@jansen.example/ }).waitFor()
    await page.frameLocator("iframe").getByText("Dear Mr Jansen,").waitFor()
    await page.getByRole("button", { name: "Complain" }).click()
    await page.getByRole("navigation", { name: "Mails" }).getByText("Marked as spam").waitFor()
    await page.getByRole("link", { name: /^Events/ }).click()
    await page.getByRole("row", { name: /email\.complained.*answered 204/ }).waitFor()
  })

  it("opens a mail's link in a new tab", async () => {
    const { resend, url } = await startMailbox()
    await resend.emails.send({ ...letter, html: `<a href="${url}/mailbox?q=portal">Reply to this message</a>` })
    const page = await openPage(`${url}/mailbox`)
    const opened = page.context().waitForEvent("page")
    await page.frameLocator("iframe").getByText("Reply to this message").click()
    const tab = await opened
    await tab.getByText("No mail matches").waitFor()
    expect(await tab.evaluate(() => document.referrer)).toBe("")
  })

  it("works without JavaScript: search, tabs, buttons, Delete all", async () => {
    const { resend, url, mails, told, hear } = await startMailbox()
    await resend.emails.send(letter)
    await resend.emails.send({ ...letter, to: "ap@desluis.example" })
    await hear(4)
    const page = await openPage(`${url}/mailbox`, { javaScriptEnabled: false })
    await page.getByRole("searchbox").fill("jansen")
    await page.keyboard.press("Enter")
    await page.getByRole("link", { name: "Plain" }).click()
    await page.getByText("Dear Mr Jansen,").waitFor()
    await page.getByRole("button", { name: "Bounce" }).click()
    await hear(5)
    expect(told[4]?.data.to).toEqual(["info@jansen.example"])
    await page.getByRole("button", { name: "Delete all" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Delete all" }).click()
    await page.getByText("No mail yet").waitFor()
    expect(await mails()).toEqual([])
  })

  it("is free of what axe can find, in both colours and on every tab", async () => {
    const { resend, url } = await startMailbox()
    await resend.emails.send({ ...letter, attachments: [{ filename: "a.txt", content: Buffer.from("a") }] })
    for (const colorScheme of ["light", "dark"] as const) {
      for (const tab of ["rendered", "plain", "headers", "attachments", "events"]) {
        const page = await openPage(`${url}/mailbox?tab=${tab}`, { colorScheme })
        // The frame runs no script, so axe cannot look into it: what is in there is the mail's own.
        expect(await violationsOf(page, { without: "iframe" })).toEqual([])
        await page.context().close()
      }
    }
  })
})

describe("protects", () => {
  it("runs no script of a mail, neither in its body nor in its subject or addresses", async () => {
    const { resend, url } = await startMailbox()
    const script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    await resend.emails.send({ ...letter, subject: script, html: `<p>Dear</p>${script}`, text: script })
    const page = await openPage(`${url}/mailbox`)
    await page.frameLocator("iframe").getByText("Dear").waitFor()
    expect(await page.title()).toContain("<script>")
    const frame = page.locator("iframe")
    expect(await frame.getAttribute("sandbox")).toBe("allow-popups allow-popups-to-escape-sandbox")
    expect(await page.locator("h2", { hasText: "<script>" }).count()).toBe(1)
  })

  it("allows no script but its own file, and no frame around it", async () => {
    const { url } = await startMailbox()
    const policy = (await fetch(`${url}/mailbox`)).headers.get("content-security-policy") ?? ""
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it("loads nothing from elsewhere, whatever a mail asks for", async () => {
    const { resend, url } = await startMailbox()
    await resend.emails.send({ ...letter, html: '<p>Dear</p><img src="http://elsewhere.example/pixel.gif">' })
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked: string[] = []
    page.on("requestfinished", request => asked.push(request.url()))
    await page.goto(`${url}/mailbox`)
    await page.frameLocator("iframe").getByText("Dear").waitFor()
    expect(asked.filter(address => !address.startsWith(url) && !address.startsWith("data:"))).toEqual([])
  })
})
