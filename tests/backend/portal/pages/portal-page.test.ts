import type { AddressInfo } from "node:net"
import { createApp } from "@casepost/backend/app"
import { attachments } from "@casepost/backend/attachments/tables"
import { recipients } from "@casepost/backend/messages/tables"
import { administrations } from "@casepost/backend/organisations/tables"
import { type ServerType, serve } from "@hono/node-server"
import { eq } from "drizzle-orm"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { violationsOf } from "../../../support/axe.ts"
import { browserPath } from "../../../support/browser.ts"
import { openTestHouse, type TestHouse } from "../../../support/house.ts"
import { makeInvoice } from "../../../support/make.ts"
import { enterByLink, mailedLink, makePortalWorld, type PortalWorld } from "../../../support/portal.ts"
import { writeReply } from "../../../support/write.ts"

let house: TestHouse
let app: ReturnType<typeof createApp>
let browser: Browser
let server: ServerType
let base: string
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house)
  server = await new Promise(resolve => {
    const started: ServerType = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started))
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

const phone = { viewport: { width: 390, height: 844 } }

type Options = BrowserContextOptions & {
  /** The page's time stands still until the test lets it run. */
  heldClock?: boolean
}

async function newPage({ heldClock, ...options }: Options = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", ...options })
  const page = await context.newPage()
  if (heldClock) await page.clock.install()
  if (heldClock) await page.clock.pauseAt(Date.now() + 1000)
  return page
}

/** The conversation in a session of its own; how one gets there by the link is tested apart. */
async function enter(world: PortalWorld, options: Options = {}): Promise<Page> {
  const page = await newPage(options)
  const { cookie } = await enterByLink(app, (await mailedLink(house, world)).path)
  const [name = "", value = ""] = cookie.split("=")
  await page.context().addCookies([{ name, value, url: `${base}/portal`, httpOnly: true, sameSite: "Lax" }])
  await page.goto(`${base}/portal/conversations/invoice/${world.invoice.id}`)
  return page
}

async function isOpened(world: PortalWorld): Promise<boolean> {
  const [row] = await house.database.owner.select().from(recipients).where(eq(recipients.id, world.recipientId))
  return row?.state === "opened"
}

/** A world with everything a page can show. */
async function makeFullWorld(brandColour: string): Promise<PortalWorld> {
  const world = await makePortalWorld(house)
  const db = house.database.owner
  await db.update(administrations).set({ brandColour }).where(eq(administrations.id, world.administrationId))
  await writeReply(world.standard, world)
  await makeInvoice(house, world, { state: "paid", openAmount: "0", paidOn: "2026-09-01" })
  await db.insert(attachments).values({
    organisationId: world.organisationId,
    ownerKind: "message",
    ownerId: world.messageId,
    name: `${"a-very-long-name-".repeat(6)}.pdf`,
    contentType: "application/pdf",
    size: 184_000,
    sha256: "0",
    fileKey: "none",
  })
  return world
}

describe("does", () => {
  it("opens a link by itself once it was visible for a second, and calls the message opened after five more", async () => {
    const world = await makePortalWorld(house)
    const page = await newPage({ heldClock: true })
    await page.goto(base + (await mailedLink(house, world)).path)
    await page.clock.runFor(900)
    expect(page.url()).toContain("/portal/m/")
    await page.clock.runFor(200)
    await page.waitForURL(/\/portal\/conversations\/invoice\//)
    await page.clock.runFor(4900)
    expect(await isOpened(world)).toBe(false)
    const said = page.waitForResponse(/\/opened$/)
    await page.clock.runFor(200)
    await said
    expect(await isOpened(world)).toBe(true)
  })
  it("calls it opened at once when its reader presses a key", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const said = page.waitForResponse(/\/opened$/)
    await page.keyboard.press("Tab")
    expect((await said).status()).toBe(204)
    expect(await isOpened(world)).toBe(true)
  })
  it("sends a reply with a file that was chosen, seen and could be taken away, by keyboard alone", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world)
    const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from("delivered") })
    await page.getByLabel("Add file").setInputFiles([file("first.txt"), file("second.txt")])
    await page.getByRole("button", { name: "Remove first.txt" }).press("Enter")
    await page.getByLabel("Your reply").last().focus()
    await page.keyboard.type("We pay on Friday.")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("status").getByText("Sent").waitFor()
    const reply = page.getByRole("article").last()
    expect(await reply.textContent()).toContain("We pay on Friday.")
    expect(await reply.getByRole("link").allTextContents()).toHaveLength(1)
  })
  it("reads and answers without JavaScript", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world, { javaScriptEnabled: false, ...phone })
    await page.getByRole("link", { name: "All conversations" }).click()
    await page.getByRole("link", { name: world.invoice.number }).click()
    expect(await isOpened(world)).toBe(true)
    await page.locator("textarea").fill("Without a script.")
    await page.getByRole("button", { name: "Send reply" }).click()
    await page.getByText("Without a script.").waitFor()
  })
  it("changes its language for the whole session", async () => {
    const page = await enter(await makePortalWorld(house))
    await page.locator(".languages summary").click()
    await page.getByRole("button", { name: "Deutsch" }).click()
    await page.getByRole("button", { name: "Antwort senden" }).waitFor()
    await page.goto(`${base}/portal/conversations`)
    expect(await page.locator("html").getAttribute("lang")).toBe("de")
  })
})

describe("refuses", () => {
  it("opens nothing while nobody looks at the page", async () => {
    const world = await makePortalWorld(house)
    const page = await enter(world, { heldClock: true })
    const look = (visibilityState: string) =>
      page.evaluate(value => {
        Object.defineProperty(document, "visibilityState", { value, configurable: true })
        document.dispatchEvent(new Event("visibilitychange"))
      }, visibilityState)
    await look("hidden")
    await page.clock.runFor(60_000)
    expect(await isOpened(world)).toBe(false)
    const said = page.waitForResponse(/\/opened$/)
    await look("visible")
    await page.clock.runFor(5100)
    await said
  })
})

describe("protects", () => {
  it.each([
    ["light", "desktop", "#17594A"],
    ["dark", "phone", "#FFD400"],
  ] as const)("has nothing that axe objects to: %s, %s, %s", async (colorScheme, size, brandColour) => {
    const world = await makeFullWorld(brandColour)
    const options = { colorScheme, ...(size === "phone" ? phone : {}) }
    const check = async (page: Page) => {
      expect(await violationsOf(page, { tags: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }), page.url()).toEqual([])
    }
    const page = await enter(world, options)
    await check(page)
    for (const path of ["/portal/conversations", "/portal/nothing-here", "/portal", "/portal/m/x.y"]) {
      if (path === "/portal") await page.context().clearCookies()
      await page.goto(base + path)
      if (path !== "/portal/nothing-here") await check(page)
    }
    // Held back, or the page would have opened by itself before it was looked at.
    await page.route(/\/portal-\w+\.js$/, route => route.abort())
    await page.goto(base + (await mailedLink(house, world)).path)
    await check(page)
  })
  it("reflows at 320 pixels, and everything to press on a phone is 44 high", async () => {
    const world = await makeFullWorld("#17594A")
    const page = await enter(world, { viewport: { width: 320, height: 640 } })
    for (const path of [page.url(), `${base}/portal/conversations`, `${base}/portal/m/x.y`]) {
      await page.goto(path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("a, button, summary, textarea, input:not([type=hidden])")]
          .filter(one => one.checkVisibility() && !one.closest("details:not([open]) > :not(summary)"))
          .filter(one => one.getBoundingClientRect().height < 44 && !one.matches(".skip, p a, .text a"))
          .map(one => one.outerHTML.slice(0, 80)),
      )
      expect(small).toEqual([])
    }
  })
})
