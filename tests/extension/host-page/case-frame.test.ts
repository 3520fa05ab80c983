import type { Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { countRoots, lookInside } from "../../support/closed-roots.ts"
import { extensionOnPages, type OnPages } from "../../support/host-pages/on-pages.ts"
import { plainPages, strangePages } from "../../support/host-pages/pages.ts"
import { findPanel, hasPanel, openPanel, pressLauncher } from "../../support/panel.ts"

let on: OnPages

beforeAll(async () => {
  on = await extensionOnPages({ ...plainPages, ...strangePages })
})
afterAll(() => on?.close())

const customer = "Jansen & Zonen"

/** The panel shows the page's case: only where our frame holds its ticket and is seen. */
async function showsCase(frame: Frame): Promise<void> {
  await frame.getByText(customer).first().waitFor()
}

/** The frame that is in the page now, after the one before was thrown out. */
async function nextPanel(page: Page, before: Frame): Promise<Frame> {
  await expect.poll(() => before.isDetached()).toBe(true)
  return findPanel(page)
}

function boxOf(page: Page) {
  return lookInside(page, "iframe", function (this: HTMLElement) {
    const { left, top, right, bottom, width } = this.getBoundingClientRect()
    return { left, top, right, bottom, width }
  })
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

describe("does", () => {
  for (const path of ["/", ...Object.keys(strangePages)])
    it(`opens and shows the case of the page on ${path}`, async () => {
      const page = await on.visit(path)
      await showsCase(await openPanel(page))
      await page.close()
    })
  it("floats with 16 px around it, 464 wide, and 24 clear of the launcher", async () => {
    const page = await on.visit("/")
    await openPanel(page)
    await expect
      .poll(() => boxOf(page))
      .toEqual({ left: 1440 - 68 - 464, top: 16, right: 1440 - 68, bottom: 900 - 16, width: 464 })
    await page.close()
  })
  it("opens in a narrow window too, and leaves the launcher clear", async () => {
    const page = await on.visit("/", { width: 500, height: 700 })
    await openPanel(page)
    await expect.poll(() => boxOf(page)).toMatchObject({ left: 16, right: 500 - 68 })
    await page.close()
  })
  it("takes the focus, and gives it back to where it was", async () => {
    const page = await on.visit("/")
    await page.focus("#remark")
    const frame = await openPanel(page)
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true)
    await showsCase(frame)
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(false)
    expect(await focused(page)).toBe("remark")
    await page.close()
  })
  it("is opened and closed by keys alone: Enter on the launcher, its own Close, and the launcher has the focus again", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page, "keyboard")
    await showsCase(frame)
    await frame.getByRole("button", { name: /^Close/ }).press("Enter")
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.keyboard.press("Enter")
    await showsCase(await findPanel(page))
    await page.close()
  })
  it("opens and closes by the command of the keyboard", async () => {
    const page = await on.visit("/")
    await press(page)
    await showsCase(await findPanel(page))
    await press(page)
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.close()
  })
  it("stands in a modal dialog while that is open, and out of it again, as the same panel", async () => {
    const page = await on.visit("/dialog")
    const frame = await openPanel(page)
    await showsCase(frame)
    const before = await boxOf(page)
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#dialog")?.showModal())
    await expect.poll(() => page.evaluate(() => document.querySelectorAll("#dialog > div").length)).toBe(2)
    expect(await boxOf(page)).toEqual(before)
    await frame.getByRole("button", { name: /^Close/ }).waitFor()
    await showsCase(frame)
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#dialog")?.close())
    await expect.poll(() => page.evaluate(() => document.querySelectorAll("#dialog > div").length)).toBe(0)
    await showsCase(frame)
    expect(frame.isDetached()).toBe(false)
    await page.close()
  })
  it("comes back with a new ticket where the page was wiped, written anew, or moved it; three times", async () => {
    const page = await on.visit("/")
    let frame = await openPanel(page)
    await showsCase(frame)
    await page.evaluate(() =>
      document.documentElement.replaceChildren(
        ...(document.documentElement.children[0] ? [document.head, document.body] : []),
      ),
    )
    frame = await nextPanel(page, frame)
    await showsCase(frame)
    await page.evaluate(() => {
      const shield = document.body.appendChild(document.createElement("section"))
      for (const one of document.querySelectorAll("html > div")) shield.append(one)
    })
    frame = await nextPanel(page, frame)
    await showsCase(frame)
    await page.evaluate(() => {
      document.open()
      document.write("<!doctype html><title>Invoice VF-2026-04183</title><h1>Invoice VF-2026-04183</h1>")
      document.close()
    })
    frame = await nextPanel(page, frame)
    await showsCase(frame)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("html > div")) one.remove()
    })
    await expect.poll(() => hasPanel(page)).toBe(false)
    await expect.poll(() => countRoots(page)).toBe(1)
    await page.close()
  })
  it("follows the page's own navigation without leaving", async () => {
    const page = await on.visit("/list")
    const frame = await openPanel(page)
    await page.evaluate(() => {
      history.pushState(null, "", "/other")
      document.title = "Invoice VF-2026-04183"
      document.body.innerHTML = "<h1>Invoice VF-2026-04183</h1>"
    })
    await showsCase(frame)
    await page.close()
  })
  it("offers the side panel where no frame can run, and one click opens it", async () => {
    const page = await on.visit("/sandboxed")
    await pressLauncher(page)
    const offered = () =>
      lookInside(page, "p + button", function (this: HTMLElement) {
        return `${this.previousElementSibling?.textContent} ${this.textContent}`
      })
    await expect.poll(offered).toBe("Casepost cannot work inside this page. Open in side panel")
    expect(hasPanel(page)).toBe(false)
    const opened = on.own.evaluate(
      () =>
        new Promise<void>(resolve => {
          chrome.runtime.onConnect.addListener(() => resolve())
          const look = () =>
            void chrome.runtime
              .getContexts({ contextTypes: ["SIDE_PANEL" as never] })
              .then(found => (found.length > 0 ? resolve() : setTimeout(look, 100)))
          look()
        }),
    )
    await page.keyboard.press("Enter")
    await opened
    await expect.poll(offered).toBeUndefined()
    await on.own.evaluate(async () => {
      await chrome.sidePanel.setOptions({ enabled: false })
      await chrome.sidePanel.setOptions({ enabled: true })
    })
    await page.close()
  })
})

describe("refuses", () => {
  it("to open in another page than the one whose launcher was pressed", async () => {
    const page = await on.visit(`/?${Date.now()}`)
    await dispatch(page, "00000000000000000000000000000000")
    await page.waitForTimeout(700)
    expect(hasPanel(page)).toBe(false)
    await page.close()
  })
  it("attributes that the page sets on its host, and goes where the page insists", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page)
    await showsCase(frame)
    const host = () => document.documentElement.lastElementChild as HTMLElement
    await page.evaluate(
      `(${host})().setAttribute("style", "opacity: 0.01 !important; transform: scale(2); display: none; pointer-events: none")`,
    )
    await page.evaluate(`(${host})().inert = true`)
    await expect.poll(() => page.evaluate(`(${host})().outerHTML`)).toBe("<div></div>")
    await showsCase(frame)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>("html > div"))
        new MutationObserver(() => {
          if (!one.hasAttribute("inert")) one.inert = true
        }).observe(one, { attributes: true })
      for (const one of document.querySelectorAll<HTMLElement>("html > div")) one.inert = true
    })
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.close()
  })
})

describe("protects", () => {
  it("people who want no motion: it is where it stands at once", async () => {
    const page = await on.visit("/")
    await page.emulateMedia({ reducedMotion: "reduce" })
    await openPanel(page)
    const motions = await lookInside(page, "iframe", function (this: HTMLElement) {
      return this.getAnimations().length
    })
    expect(motions).toBe(0)
    await page.close()
  })
  it("the page: nothing is asked of any server before the click, and nothing of ours is left after it is closed", async () => {
    const page = await on.visit("/")
    const asked: string[] = []
    page.on("request", request => asked.push(request.url()))
    await page.waitForTimeout(500)
    expect(asked).toEqual([])
    const frame = await openPanel(page)
    await showsCase(frame)
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(false)
    expect(await countRoots(page)).toBe(1)
    const kept = await on.own.evaluate(() => chrome.storage.session.get(null))
    await expect.poll(() => Object.keys(kept).filter(key => key.startsWith("ticket:"))).toEqual([])
    await page.close()
  })
})

/** A press of the launcher that reaches the worker when another page has come into the tab. */
async function dispatch(page: Page, documentId: string): Promise<void> {
  await expect.poll(() => on.context.serviceWorkers().length).toBeGreaterThan(0)
  const [worker] = on.context.serviceWorkers()
  const tab = await on.own.evaluate(async url => (await chrome.tabs.query({})).find(one => one.url === url), page.url())
  expect(tab).toBeDefined()
  const sender = { url: page.url(), tab, frameId: 0, documentId }
  await worker?.evaluate(from => {
    const { onMessage } = chrome.runtime as unknown as {
      onMessage: { dispatch: (call: unknown, sender: unknown, respond: () => void) => void }
    }
    onMessage.dispatch({ kind: "launcher-pressed" }, { ...from, id: chrome.runtime.id }, () => {})
  }, sender)
}

/** Alt+M: a key of the browser itself, which nobody can press here; what Chrome tells the worker of it is the same. */
async function press(page: Page): Promise<void> {
  await page.bringToFront()
  await expect.poll(() => on.context.serviceWorkers().length).toBeGreaterThan(0)
  const [worker] = on.context.serviceWorkers()
  const tab = await on.own.evaluate(async url => (await chrome.tabs.query({})).find(one => one.url === url), page.url())
  expect(tab).toBeDefined()
  await worker?.evaluate(pressed => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch: (name: string, tab: unknown) => void }
    }
    onCommand.dispatch("open-panel", pressed)
  }, tab)
}
