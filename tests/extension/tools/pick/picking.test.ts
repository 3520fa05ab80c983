/** Pointing at a number on a page of a tool, from the settings to the settings, in a real Chromium. */
import type { House } from "@casepost/backend/context"
import { tools } from "@casepost/backend/tools/tables"
import { eq } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { rulesOf } from "../../../../extension/src/tools/presets/rules-of"
import type { RunningExtension } from "../../../support/extension.ts"
import { openFinderPages } from "../../../support/finder-page.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: RunningExtension & { house: House }
let server: string
let toolId: string
let settings: Page

beforeAll(async () => {
  running = await signedInExtension("admin@demo.example", "light", { hosts: ["http://localhost/*"] })
  server = running.house.config.publicUrl
  const [tool] = await running.house.database.owner.select().from(tools).where(eq(tools.name, "Grootboek Online"))
  toolId = tool?.id ?? ""
})
beforeEach(openSettings)
afterEach(() => settings.close())
afterAll(() => running?.close())

async function openSettings(): Promise<void> {
  settings = (await running.open(`options.html#/tools/${toolId}`)).page
  await settings.getByRole("button", { name: "Pick the invoice number", exact: true }).waitFor()
}

/** A page of the demo tool, or one of our own making at its address. */
async function openPage(path: string, html?: string): Promise<Page> {
  for (const page of running.context.pages()) if (page.url().startsWith(`${server}/demo`)) await page.close()
  const page = await running.context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  if (html !== undefined)
    await page.route(`${server}/demo${path}`, route =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
    )
  await page.goto(`${server}/demo${path}`)
  return page
}

async function start(page: Page): Promise<void> {
  await settings.getByRole("button", { name: "Pick the invoice number", exact: true }).click()
  await expect.poll(() => barOf(page)).toBeDefined()
}

/** Our frames in a page: nobody else sees into them. */
async function frameWith(page: Page, selector: string): Promise<Frame | undefined> {
  for (const frame of page.frames().slice(1))
    if (
      (await frame
        .locator(selector)
        .count()
        .catch(() => 0)) > 0
    )
      return frame
  return undefined
}
const barOf = (page: Page) => frameWith(page, "h1:text-matches('^(Point|Open)')")
async function bar(page: Page): Promise<Frame> {
  const found = await barOf(page)
  if (!found) throw new Error("The bar is not there.")
  return found
}
const headOf = async (page: Page) => (await barOf(page))?.locator("h1").textContent()
const tipOf = async (page: Page) => (await (await frameWith(page, ".tip"))?.locator(".tip").textContent()) ?? ""
const isGone = async (page: Page) => (await page.locator("[popover]").count()) === 0 && page.frames().length === 1

async function pointAt(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not to be seen.`)
  const at = { x: box.x + Math.min(30, box.width / 2), y: box.y + box.height / 2 }
  await page.mouse.move(at.x, at.y)
  return at
}
async function choose(page: Page, selector: string): Promise<void> {
  const { x, y } = await pointAt(page, selector)
  await page.mouse.click(x, y)
}

describe("does", () => {
  test("takes number, customer and list rows into the settings, from two pages of the tool, and reads its other pages by them", async () => {
    const page = await openPage("/invoices/VF-2026-04183")
    await start(page)
    expect(await headOf(page)).toBe("Point at the invoice number")
    await pointAt(page, "main h1")
    await expect
      .poll(() => tipOf(page))
      .toBe("VF-2026-04183 is an open invoiceRead as “Invoice” + number, in the page heading")
    await choose(page, "main h1")
    await expect.poll(() => headOf(page)).toBe("Point at the customer number")
    await choose(page, "main a[href*='/customers/']")
    await expect.poll(() => headOf(page)).toBe("Point at the invoice number in one row")
    await (await bar(page)).getByRole("button", { name: "Use the page", exact: true }).click()
    await expect.poll(() => headOf(page)).toBe("Open a list of invoices")
    await page.getByRole("link", { name: "Invoices", exact: true }).first().click()
    await page.waitForURL("**/demo/invoices")
    await expect.poll(() => headOf(page)).toBe("Open a list of invoices")
    await (await bar(page)).getByRole("button", { name: "Point", exact: true }).click()
    await pointAt(page, "tbody tr:nth-child(3) a[href*='/invoices/']")
    await expect.poll(() => tipOf(page)).toMatch(/invoice.*25 rows are read like this/)
    await choose(page, "tbody tr:nth-child(3) a[href*='/invoices/']")
    await expect.poll(() => isGone(page)).toBe(true)
    await settings.getByText("What was pointed at is taken in.").waitFor()
    await settings.getByRole("button", { name: /^Save/ }).click()
    await expect.poll(async () => (await pagesOfTool()).map(({ path }) => path)).toContain("/invoices/*")
    await readsElsewhere(page)
  })

  test("goes by keyboard alone", async () => {
    const page = await openPage(
      "/keys",
      `<main><p>nothing</p> <h1>Invoice VF-2026-04183</h1> <a href="/demo/x">10482</a></main>`,
    )
    await start(page)
    await page.keyboard.press("Tab")
    await expect.poll(() => tipOf(page)).toContain("VF-2026-04183 is an open invoice")
    await page.keyboard.press("ArrowUp")
    await expect.poll(() => tipOf(page)).toContain("on the page")
    await page.keyboard.press("ArrowDown")
    await expect.poll(() => tipOf(page)).toContain("in the page heading")
    await page.keyboard.press("Enter")
    await expect.poll(() => headOf(page)).toBe("Point at the customer number")
    // Over the two numbers into the bar: Skip is its first button.
    for (let times = 0; times < 3; times++) await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect.poll(() => headOf(page)).toBe("Point at the invoice number in one row")
    await page.keyboard.press("Escape")
    await expect.poll(() => isGone(page)).toBe(true)
    await settings.getByText("What was pointed at is taken in.").waitFor()
  })

  test("lets the wheel scroll what lies under the pointer", async () => {
    const tall = `<p style="height:2000px">VF-2026-04183</p>`
    const page = await openPage("/tall", `<!doctype html><div style="height:200px;overflow:auto">${tall}</div>${tall}`)
    await start(page)
    await page.mouse.move(100, 100)
    await page.mouse.wheel(0, 150)
    await expect.poll(() => page.evaluate(() => document.querySelector("div")?.scrollTop)).toBeGreaterThan(0)
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.mouse.move(100, 400)
    await page.mouse.wheel(0, 120)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
    await page.keyboard.press("Escape")
    await expect.poll(() => isGone(page)).toBe(true)
  })
})

describe("refuses", () => {
  test("what is no number and what Casepost knows as something else", async () => {
    const page = await openPage("/wrong", `<main><h1>All invoices</h1><p>10482</p></main>`)
    await start(page)
    await choose(page, "h1")
    await expect.poll(() => tipOf(page)).toBe("No number herePoint at the number itself.")
    await choose(page, "p")
    await expect.poll(() => tipOf(page)).toBe("10482 is a customerPoint at the invoice number, or press Skip.")
    expect(await headOf(page)).toBe("Point at the invoice number")
    await page.keyboard.press("Escape")
    await expect.poll(() => isGone(page)).toBe(true)
    await settings.getByText("Nothing was pointed at.").waitFor()
  })

  test("a rule into a closed shadow root; the title of the tab, where it says the number, is read instead", async () => {
    const script = `document.querySelector("x-head").attachShadow({ mode: "closed" }).innerHTML = "<p style='font-size:30px;margin:20px'>VF-2026-04183</p>"`
    const page = await openPage(
      "/closed",
      `<title>VF-2026-04183 | Books</title><x-head></x-head><script>${script}</script>`,
    )
    await start(page)
    await page.mouse.move(60, 45)
    await expect.poll(() => tipOf(page)).toBe("VF-2026-04183 is an open invoiceRead as number, in the title of the tab")
    await page.evaluate(() => {
      document.title = "Books"
    })
    await page.mouse.move(900, 500)
    await expect.poll(() => tipOf(page)).toBe("")
    await page.mouse.move(60, 45)
    await expect.poll(() => tipOf(page)).toContain("no rule can be kept for it")
    await page.keyboard.press("Escape")
    await expect.poll(() => isGone(page)).toBe(true)
  })
})

describe("protects", () => {
  test("the page: no press and no key reaches it, not even a listener on its window", async () => {
    const types =
      "click mousedown mouseup pointerdown pointerup pointermove mousemove keydown keyup keypress contextmenu auxclick"
    const page = await openPage(
      "/hostile",
      `<script>window.heard = []; for (const type of "${types}".split(" ")) addEventListener(type, event => heard.push(type), true)</script>
       <main><a href="/demo/elsewhere"><h1>VF-2026-04183</h1></a><input type="checkbox" style="width:90px;height:90px"><menu>10482</menu></main>`,
    )
    await start(page)
    await page.evaluate(() => {
      Object.assign(window, { heard: [] })
    })
    await choose(page, "h1")
    await expect.poll(() => headOf(page)).toBe("Point at the customer number")
    await choose(page, "input")
    await page.mouse.click(300, 300, { button: "right" })
    for (const key of ["Tab", "ArrowUp", "a", "Shift+Tab"]) await page.keyboard.press(key)
    await (await bar(page)).getByRole("button", { name: "Skip", exact: true }).click()
    await expect.poll(() => headOf(page)).toBe("Point at the invoice number in one row")
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
    expect(await page.locator("input").isChecked()).toBe(false)
    expect(page.url()).toBe(`${server}/demo/hostile`)
    await (await bar(page)).getByRole("button", { name: "Stop", exact: true }).click()
    await expect.poll(() => isGone(page)).toBe(true)
  })

  test("itself: what the page makes up is ignored, what it throws out comes back, what it puts over us does not hide us", async () => {
    const page = await openPage(
      "/fights",
      `<p>nothing</p><dialog><h1>VF-2026-04183</h1><button>Press</button></dialog>`,
    )
    await start(page)
    await page.evaluate(() => {
      const host = document.querySelector("[popover]")
      const made = { bubbles: true, composed: true, clientX: 30, clientY: 40 }
      for (const at of [host, document.body, window]) {
        at?.dispatchEvent(new MouseEvent("click", made))
        at?.dispatchEvent(new KeyboardEvent("keydown", { ...made, key: "Enter" }))
      }
      host?.remove()
    })
    await expect.poll(() => headOf(page)).toBe("Point at the invoice number")
    await page.evaluate(() => document.querySelector("dialog")?.showModal())
    // The first press meets the dialog, and is stopped; then we stand inside it.
    await page.mouse.click(700, 300)
    await expect.poll(() => page.locator("dialog [popover]").count()).toBe(1)
    await choose(page, "h1")
    await expect.poll(() => headOf(page)).toBe("Point at the customer number")
    await page.evaluate(() => document.querySelector("dialog")?.close())
    await expect.poll(() => headOf(page)).toBe("Point at the customer number")
    await page.keyboard.press("Escape")
    await expect.poll(() => isGone(page)).toBe(true)
  })

  test("the page from what stays behind: after another page, a closed tab, closed settings", async () => {
    const page = await openPage("/left", `<h1>VF-2026-04183</h1>`)
    await start(page)
    await page.reload()
    await settings.getByText("Nothing was pointed at.").waitFor()
    expect(await isGone(page)).toBe(true)
    await start(page)
    await settings.close()
    await expect.poll(() => isGone(page)).toBe(true)
    await openSettings()
    await start(page)
    await page.close()
    await settings.getByText("Nothing was pointed at.").waitFor()
  })
})

async function pagesOfTool() {
  const [tool] = await running.house.database.owner.select().from(tools).where(eq(tools.id, toolId))
  return tool?.pages ?? []
}

/** By the real finder, on the pages that the demo tool gives of another invoice and of its list. */
async function readsElsewhere(page: Page): Promise<void> {
  const address = "https://app.grootboek.example"
  const rules = rulesOf({ address, preset: null, pages: await pagesOfTool(), numberPatterns: [], readsCases: true })
  const finder = await openFinderPages()
  const read = async (path: string) => {
    const html = await page.evaluate(async url => (await fetch(url)).text(), `${server}/demo${path}`)
    const { groups } = await finder.read(
      { url: `${address}${path}`, html: html.replace(/<(script|link)\b.*?>/g, "") },
      rules,
    )
    return groups.filter(({ by }) => by === "element").flatMap(({ texts }) => texts)
  }
  const other = (await read("/invoices"))[4]?.text ?? ""
  expect(other).toMatch(/^VF-\d{4}-\d{5}$/)
  const [number, customer] = await read(`/invoices/${other}`)
  expect(number).toMatchObject({ text: other, kind: "invoice", isVouched: true })
  expect(customer).toMatchObject({ kind: "customer", isVouched: true })
  expect((await read("/invoices")).length).toBe(25)
  await finder.close()
}
