import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { countRoots, lookInside } from "../../support/closed-roots.ts"
import { builtExtension } from "../../support/extension.ts"
import { extensionOnPages, type OnPages } from "../../support/host-pages/on-pages.ts"
import { ourWorld } from "../../support/host-pages/our-world.ts"
import { plainPages, strangePages } from "../../support/host-pages/pages.ts"
import { hasPanel, pressLauncher } from "../../support/panel.ts"

let on: OnPages

beforeAll(async () => {
  on = await extensionOnPages({ ...plainPages, ...strangePages })
})
afterAll(() => on?.close())

const main = "button:first-child"
const hide = "button + button"

type Look = { name: string | null; left: number; top: number; width: number; height: number; count: string | null }

function look(page: Page): Promise<Look | undefined> {
  return lookInside(page, main, function (this: HTMLElement) {
    const { left, top, width, height } = this.getBoundingClientRect()
    const count = this.querySelector("b")?.textContent ?? null
    return { name: this.ariaLabel, left, top, width, height, count }
  })
}

async function stands(page: Page): Promise<Look> {
  await expect.poll(() => look(page)).toBeDefined()
  return (await look(page)) as Look
}

/** What the page itself finds at the launcher's middle: only a bare element at the end of its document. */
function isInFront(page: Page, { left, top }: Look): Promise<boolean> {
  return page.evaluate(
    ([x = 0, y = 0]) => {
      const found = document.elementFromPoint(x, y)
      return found !== null && found.parentElement === document.documentElement && found !== document.body
    },
    [left + 22, top + 24],
  )
}

const order = (what: object) =>
  on.own.evaluate(async told => {
    for (const { id } of await chrome.tabs.query({ url: "http://localhost/*" }))
      await chrome.tabs.sendMessage(id ?? 0, told, { frameId: 0 }).catch(() => undefined)
  }, what)

describe("does", () => {
  it("stands at the right edge of a tool's page, 44 by 48, and says how much is unread", async () => {
    const page = await on.visit("/")
    await expect.poll(async () => (await look(page))?.count).toMatch(/^\d+$/)
    const seen = await stands(page)
    expect(seen).toMatchObject({ left: 1440 - 44, top: 90, width: 44, height: 48 })
    expect(seen.name).toBe(`Casepost, ${seen.count} unread`)
    await page.close()
  })
  it("says how many cases were found, in one word more", async () => {
    const page = await on.visit("/")
    await stands(page)
    await order({ kind: "unread", unread: 0 })
    await order({ kind: "found", cases: 5 })
    await expect.poll(async () => (await look(page))?.name).toBe("Casepost, 5 cases on this page")
    await order({ kind: "found", cases: 1 })
    await expect.poll(async () => (await look(page))?.name).toBe("Casepost, 1 case on this page")
    await order({ kind: "unread", unread: 120 })
    await expect.poll(async () => (await look(page))?.count).toBe("99+")
    await page.close()
  })
  for (const path of Object.keys(strangePages))
    it(`stands, in its own shape and in front, on ${path}`, async () => {
      const page = await on.visit(path)
      const seen = await stands(page)
      expect(seen).toMatchObject({ left: 1440 - 44, width: 44, height: 48 })
      expect(await isInFront(page, seen)).toBe(true)
      await page.close()
    })
  it("comes back after the page was wiped, in whichever way", async () => {
    const page = await on.visit("/")
    await stands(page)
    await page.evaluate(() => document.body.remove())
    await page.evaluate(() => document.documentElement.replaceChildren(document.createElement("body")))
    await stands(page)
    await page.evaluate(() => document.documentElement.replaceWith(document.createElement("html")))
    await stands(page)
    await page.evaluate(() => {
      document.open()
      document.write("<!doctype html><title>New</title><p>All new")
      document.close()
    })
    const seen = await stands(page)
    expect(seen).toMatchObject({ left: 1440 - 44, width: 44, height: 48 })
    expect(await countRoots(page)).toBe(1)
    await page.close()
  })
  it("moves into a modal dialog, where it can be pressed, and out again", async () => {
    const page = await on.visit("/dialog")
    const before = await stands(page)
    await page.click("#open")
    const within = () => page.evaluate(() => document.querySelector("#dialog")?.lastElementChild?.tagName)
    await expect.poll(within).toBe("DIV")
    expect(await stands(page)).toEqual(before)
    const hit = await page.evaluate(
      ([x = 0, y = 0]) => document.elementFromPoint(x, y)?.parentElement?.id,
      [before.left + 22, before.top + 24],
    )
    expect(hit).toBe("dialog")
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#dialog")?.close())
    await expect.poll(within).toBe("INPUT")
    await page.click("#open")
    await expect.poll(within).toBe("DIV")
    await page.evaluate(() => document.querySelector("#dialog")?.remove())
    expect(await isInFront(page, await stands(page))).toBe(true)
    await page.close()
  })
  it("is dragged up and down and keeps its place on every page of the tool, without opening anything", async () => {
    const page = await on.visit("/")
    const { left, top } = await stands(page)
    await page.mouse.move(left + 20, top + 20)
    await page.mouse.down()
    await page.mouse.move(left - 200, top + 320, { steps: 5 })
    await page.mouse.up()
    expect(await stands(page)).toMatchObject({ left, top: top + 300 })
    const other = await on.visit("/other")
    expect(await stands(other)).toMatchObject({ left, top: top + 300 })
    expect(hasPanel(page)).toBe(false)
    await page.close()
    await other.close()
  })
  it("is moved by the arrow keys, and never out of the window", async () => {
    const page = await on.visit("/")
    const { top } = await stands(page)
    await lookInside(page, main, function (this: HTMLElement) {
      this.focus()
    })
    await page.keyboard.press("ArrowUp")
    expect((await stands(page)).top).toBeCloseTo(top - 16, 0)
    for (let press = 0; press < 40; press++) await page.keyboard.press("ArrowUp")
    expect((await stands(page)).top).toBe(8)
    for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowDown")
    expect((await stands(page)).top).toBeCloseTo(88, 0)
    await page.close()
  })
  it("is hidden on all pages of the tool by one click, and brought back", async () => {
    const page = await on.visit("/")
    const other = await on.visit("/other")
    await stands(other)
    const { left, top } = await stands(page)
    await page.mouse.move(left + 20, top + 20)
    const cross = await lookInside(page, hide, function (this: HTMLElement) {
      const { left, top } = this.getBoundingClientRect()
      return { x: left + 20, y: top + 12, title: this.title, isSeen: getComputedStyle(this).visibility }
    })
    expect(cross).toMatchObject({ title: "Hide on this site. My settings bring it back", isSeen: "visible" })
    await page.mouse.click(cross?.x ?? 0, cross?.y ?? 0)
    await expect.poll(() => countRoots(page)).toBe(0)
    await expect.poll(() => countRoots(other)).toBe(0)
    const later = await on.visit("/other")
    await later.waitForTimeout(500)
    expect(await countRoots(later)).toBe(0)
    await bringBack()
    await stands(page)
    await stands(later)
    await Promise.all([page.close(), other.close(), later.close()])
  })
  it("is hidden by Delete", async () => {
    const page = await on.visit("/")
    await stands(page)
    await lookInside(page, main, function (this: HTMLElement) {
      this.focus()
    })
    await page.keyboard.press("Delete")
    await expect.poll(() => countRoots(page)).toBe(0)
    await bringBack()
    await stands(page)
    await page.close()
  })
})

describe("refuses", () => {
  it("to be pressed by a script: only real events count", async () => {
    const page = await on.visit("/")
    await stands(page)
    await lookInside(page, main, function (this: HTMLElement) {
      this.click()
      for (const type of ["pointerdown", "pointerup", "click", "keydown"])
        this.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }))
      this.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true, composed: true }))
    })
    await lookInside(page, hide, function (this: HTMLElement) {
      this.click()
    })
    await page.waitForTimeout(1000)
    expect(hasPanel(page)).toBe(false)
    expect(await countRoots(page)).toBe(1)
    await page.close()
  })
  it("to stand twice, in frames, or on the pages of no tool", async () => {
    const page = await on.visit("/framed")
    await stands(page)
    await on.own.evaluate(async () => {
      const [script] = await chrome.scripting.getRegisteredContentScripts({ ids: ["launcher"] })
      for (const { id } of await chrome.tabs.query({ url: "http://localhost/framed" }))
        await chrome.scripting.executeScript({ target: { tabId: id ?? 0 }, files: script?.js ?? [] })
    })
    expect(await countRoots(page)).toBe(1)
    await page.goto(on.house.config.publicUrl)
    await page.waitForTimeout(500)
    expect(await countRoots(page)).toBe(0)
    await page.close()
  })
  it("to fight for its place for ever with a page that takes it out", async () => {
    const page = await on.visit("/")
    await stands(page)
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const one of document.querySelectorAll("html > div")) one.remove()
      }).observe(document.documentElement, { childList: true })
      document.querySelector("html > div")?.remove()
    })
    await expect.poll(() => countRoots(page)).toBe(0)
    expect(await page.evaluate(() => 1 + 1)).toBe(2)
    await page.close()
  })
})

describe("protects", () => {
  it("the page: no attribute, no global, no event, no line in the console, no request", async () => {
    const page = await on.context.newPage()
    const seen: string[] = []
    page.on("console", line => seen.push(line.text()))
    page.on("request", request => seen.push(request.url()))
    await page.goto(`${on.origin}/list`)
    await stands(page)
    const told = await page.evaluate(() => ({
      host: document.documentElement.lastElementChild?.outerHTML,
      globals: Object.keys(window).filter(name => /casepost|launcher|chrome-extension/i.test(name)),
      resources: performance.getEntriesByType("resource").map(({ name }) => name),
    }))
    expect(told).toEqual({ host: "<div></div>", globals: [], resources: [] })
    expect(seen.filter(line => !line.startsWith(on.origin))).toEqual([])
    await page.close()
  })
  it("the budget: no more than 2 kB as it is built", () => {
    const file = readdirSync(builtExtension).find(name => /^launcher\..*\.js$/.test(name)) ?? ""
    expect(gzipSync(readFileSync(join(builtExtension, file)), { level: 9 }).length).toBeLessThanOrEqual(2_000)
  })
  it("what the person has the focus on, when it is pressed with the mouse", async () => {
    const page = await on.visit("/")
    await stands(page)
    await page.focus("#remark")
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(true)
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("remark")
    await page.close()
  })
  it("the page after a reload of the extension: the dead launcher goes as the new one comes", async () => {
    const page = await on.visit("/")
    await stands(page)
    const old = await ourWorld(page)
    expect(await old<boolean>("!!chrome.runtime?.id")).toBe(true)
    await on.reload()
    expect(await old<boolean>("!!chrome.runtime?.id")).toBe(false)
    const isNew = async () =>
      (await ourWorld(page))<boolean>("!!(chrome.runtime?.id && globalThis.casepostLauncher?.host?.isConnected)")
    await expect.poll(isNew).toBe(true)
    await expect.poll(() => countRoots(page)).toBe(1)
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(true)
  })
})

/** As My settings do. */
async function bringBack(): Promise<void> {
  await on.own.evaluate(async () => {
    const { launchers } = await chrome.storage.local.get("launchers")
    const shown = Object.entries(launchers as Record<string, object>).map(([id, one]) => [
      id,
      { ...one, hidden: false },
    ])
    await chrome.storage.local.set({ launchers: Object.fromEntries(shown) })
  })
}
