/** How often the finder looks at a page, and when it stops. */
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { FinderAnswer } from "../../../../extension/src/host-page/calls"
import type { PageRules } from "../../../../extension/src/host-page/rules"
import { rulesOf } from "../../../../extension/src/tools/presets/rules-of"
import { readFindings } from "../../../../extension/src/tools/recognise/read-findings"
import { type FinderPages, openFinderPages, startFinder } from "../../../support/finder-page.ts"
import { documentOf } from "../../../support/preset-pages/preset-page.ts"

let pages: FinderPages
let page: Page
beforeAll(async () => {
  pages = await openFinderPages()
})
afterEach(() => page.close())
afterAll(() => pages.close())

const url = "https://spa.example/app"
const rules: PageRules = rulesOf({
  address: "https://spa.example",
  preset: null,
  pages: [],
  numberPatterns: ["VF-####-#####"],
  readsCases: true,
})

type Here = {
  answers: FinderAnswer[]
  looks: number
  listeners: number
  close: () => void
  order: (of: unknown) => void
}
const here = () =>
  page.evaluate(() => {
    const { answers, looks, listeners } = (window as unknown as { casepost: Here }).casepost
    return { answers, looks, listeners }
  })
const isTold = (text: string) =>
  expect.poll(async () => JSON.stringify((await here()).answers.at(-1) ?? "")).toContain(text)
const watch = async (body = "<h1>Invoice VF-2026-00001</h1>") => {
  page = await pages.open({ url, html: documentOf("App", body) })
  await startFinder(page, rules)
}
const setHidden = (isHidden: boolean) =>
  page.evaluate(hidden => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event("visibilitychange"))
  }, isHidden)
/** As long as it takes the page to pass this many frames of a still document. */
const pass = (times: number) =>
  page.evaluate(
    many =>
      new Promise<void>(resolve => {
        const step = (left: number) => (left === 0 ? resolve() : setTimeout(() => step(left - 1), 50))
        step(many)
      }),
    times,
  )

describe("does", () => {
  it("tells what it found at once, in a shape that is taken", async () => {
    await watch()
    await isTold("VF-2026-00001")
    expect(readFindings((await here()).answers.at(-1))).toMatchObject({ page: "other", isWhole: true })
  })
  it("looks again when the page changed, when it was turned, and when a box was ticked", async () => {
    await watch(`<h1>Start</h1><table><tr><td><input type="checkbox"></td><td>VF-2026-00007</td></tr></table>`)
    await isTold("Start")
    await page.evaluate(() => {
      const heading = document.querySelector("h1")
      if (heading) heading.textContent = "Invoice VF-2026-00002"
    })
    await isTold("VF-2026-00002")
    await page.evaluate(() => history.pushState(null, "", "/app/VF-2026-00003"))
    await isTold("VF-2026-00003")
    await page.getByRole("checkbox").check()
    await isTold('"ticked":["VF-2026-00007"]')
  })
  it("answers an order to look even if nothing changed", async () => {
    await watch()
    await isTold("VF-2026-00001")
    const before = (await here()).answers.length
    await page.evaluate(() => (window as unknown as { casepost: Here }).casepost.order({ kind: "look" }))
    await expect.poll(async () => (await here()).answers.length).toBe(before + 1)
  })
  it("reads a frame no more once the page around it hides it, and again when it is shown", async () => {
    page = await pages.open({
      url,
      html: documentOf("App", `<div id="tab"><iframe src="/one" width="600" height="300"></iframe></div>`),
      frames: { "/one": documentOf("One", "<h1>Invoice VF-2026-00001</h1>") },
    })
    const frame = page.frames()[1]
    if (!frame) throw new Error("No frame.")
    await startFinder(frame, rules)
    const told = () =>
      frame.evaluate(() => JSON.stringify((window as unknown as { casepost: Here }).casepost.answers.at(-1) ?? ""))
    await expect.poll(told).toContain("VF-2026-00001")
    for (const hidden of ["display: none", "visibility: hidden", "height: 0; overflow: hidden"]) {
      await page.evaluate(style => document.getElementById("tab")?.setAttribute("style", style), hidden)
      await expect.poll(told).not.toContain("VF-2026-00001")
      await page.evaluate(() => document.getElementById("tab")?.removeAttribute("style"))
      await expect.poll(told).toContain("VF-2026-00001")
    }
  })
})

describe("refuses", () => {
  it("stands once where it was injected twice", async () => {
    await watch()
    expect((await here()).listeners).toBe(1)
  })
  it("tells nothing twice", async () => {
    await watch()
    await isTold("VF-2026-00001")
    await page.evaluate(() => document.body.append("and nothing new"))
    await expect.poll(async () => (await here()).looks).toBeGreaterThanOrEqual(2)
    await pass(4)
    expect((await here()).answers).toHaveLength(1)
  })
  it("does not look while the tab is hidden, and looks when it is shown again", async () => {
    await watch()
    await isTold("VF-2026-00001")
    await pass(2)
    await setHidden(true)
    const { looks } = await here()
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>VF-2026-00005</p>"))
    await pass(40)
    expect((await here()).looks).toBe(looks)
    await setHidden(false)
    await isTold("VF-2026-00005")
  })
  it("stops when nobody listens any more", async () => {
    await watch()
    await isTold("VF-2026-00001")
    await page.evaluate(() => (window as unknown as { casepost: Here }).casepost.close())
    const { looks } = await here()
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>VF-2026-00006</p>"))
    await pass(40)
    expect((await here()).looks).toBe(looks)
  })
})

describe("protects", () => {
  it("looks a few times at a page that changes itself a hundred times a second", async () => {
    await watch(`<h1>Invoice VF-2026-00001</h1><p id="clock"></p>`)
    await page.evaluate(
      () =>
        new Promise<void>(resolve => {
          const clock = document.getElementById("clock")
          let changes = 0
          const timer = setInterval(() => {
            if (clock) clock.textContent = `ticket T-${10_000 + changes}`
            if (++changes < 600) return
            clearInterval(timer)
            resolve()
          }, 10)
        }),
    )
    // Against the page's own clock: on a busy machine six hundred changes take longer.
    const seconds = (await page.evaluate(() => performance.now())) / 1_000
    expect((await here()).looks).toBeLessThanOrEqual(3 + seconds / 2)
  })
})
