import type { Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { countRoots, lookInside } from "../../support/closed-roots.ts"
import { extensionId } from "../../support/extension.ts"
import { extensionOnPages, type OnPages } from "../../support/host-pages/on-pages.ts"
import { plainPages } from "../../support/host-pages/pages.ts"
import { findPanel, hasPanel, openPanel, pressLauncher } from "../../support/panel.ts"

let on: OnPages
/** Everything that was asked of the backend but reading. */
const sent: string[] = []

beforeAll(async () => {
  on = await extensionOnPages(plainPages)
  on.context.on("request", request => {
    const { pathname } = new URL(request.url())
    if (request.method() !== "GET" && !/\/(lookup|sightings|preview|drafts|check-addresses)/.test(pathname))
      sent.push(pathname)
  })
})
afterAll(() => on?.close())

const customer = "Jansen & Zonen"
const cannot = "Casepost cannot work inside this page"

/** What a page can do to what it holds, so that a click on our panel is not what the person thinks it is. */
const coverings: Readonly<Record<string, () => void>> = {
  "opacity on the document": () => document.documentElement.style.setProperty("opacity", "0.99", "important"),
  "a filter on the document": () => {
    document.documentElement.style.filter = "brightness(0.99)"
  },
  "a transform of the document": () => {
    document.documentElement.style.transform = "scale(0.99)"
  },
  "a mask on the document": () => {
    document.documentElement.style.maskImage = "linear-gradient(90deg, #000 60%, transparent 60%)"
  },
  "a clip of the document": () => {
    document.documentElement.style.clipPath = "inset(0 0 50% 0)"
  },
  "an opaque element over it": () => {
    const cover = document.documentElement.appendChild(document.createElement("section"))
    cover.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; background: #fff"
  },
  "a transparent element over it that lets clicks through": () => {
    const cover = document.documentElement.appendChild(document.createElement("section"))
    cover.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; pointer-events: none"
  },
  "a small element over its button": () => {
    const cover = document.documentElement.appendChild(document.createElement("section"))
    cover.style.cssText =
      "position: fixed; right: 300px; bottom: 60px; width: 120px; height: 40px; z-index: 2147483647; background: #fff; pointer-events: none"
  },
  "a popover in the top layer": () => {
    const cover = document.body.appendChild(document.createElement("section"))
    cover.popover = "manual"
    cover.style.cssText =
      "position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; pointer-events: none; background: transparent"
    cover.showPopover()
  },
}

async function showsCase(frame: Frame): Promise<void> {
  await frame.getByText(customer).first().waitFor()
}

/** Nothing of the customer can be seen in the panel, or there is none any more. */
async function showsNothing(page: Page): Promise<void> {
  const seen = async () => {
    const frame = page.frames().find(one => one.url().includes("/tabs/compose.html"))
    if (!frame) return "gone"
    if (await frame.getByText(customer).first().isVisible()) return "data"
    return (await frame.getByText(cannot).first().isVisible()) ? "refused" : "nothing"
  }
  await expect.poll(seen).toMatch(/gone|refused/)
}

describe("does", () => {
  it("show the case again once the page covers it no more", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page)
    await showsCase(frame)
    await page.evaluate(() => document.documentElement.style.setProperty("opacity", "0.5"))
    await showsNothing(page)
    await page.evaluate(() => document.documentElement.style.removeProperty("opacity"))
    await showsCase(frame)
    await page.close()
  })
})

describe("refuses", () => {
  for (const [name, cover] of Object.entries(coverings)) {
    it(`to show anything under ${name}, put there after it was opened`, async () => {
      const page = await on.visit("/")
      await showsCase(await openPanel(page))
      await page.evaluate(cover)
      await showsNothing(page)
      await page.close()
    })
    // An element that was there before lies below the panel, which comes last.
    if (!/element over/.test(name))
      it(`to show anything under ${name} that was there before`, async () => {
        const page = await on.visit("/")
        await expect.poll(() => countRoots(page)).toBe(1)
        await page.evaluate(cover)
        await press(page)
        await showsNothing(page)
        await page.close()
      })
  }
  it("clicks and keys that scripts make, on everything they can reach, before and after it is open", async () => {
    const page = await on.visit("/")
    await expect.poll(() => countRoots(page)).toBe(1)
    await page.evaluate(pressEverything)
    await page.waitForTimeout(1_000)
    expect(hasPanel(page)).toBe(false)
    const frame = await openPanel(page)
    await showsCase(frame)
    await frame.getByText("Signature").first().waitFor()
    const before = await frame.locator("body").textContent()
    await page.evaluate(pressEverything)
    await page.waitForTimeout(1_000)
    expect(await frame.locator("body").textContent()).toBe(before)
    await page.close()
  })
  it("messages that the page forges, by every way there is", async () => {
    const page = await on.visit("/")
    await expect.poll(() => countRoots(page)).toBe(1)
    const ways = await page.evaluate(forgeMessages, extensionId)
    expect(ways).toEqual({ sendMessage: "undefined", connect: "undefined" })
    await page.waitForTimeout(1_000)
    expect(hasPanel(page)).toBe(false)
    const frame = await openPanel(page)
    await showsCase(frame)
    await page.evaluate(forgeMessages, extensionId)
    await page.waitForTimeout(500)
    await showsCase(frame)
    await page.close()
  })
  it("to be loaded by a page: as frame, script, picture, style or data, by the address everybody can know", async () => {
    const page = await on.visit("/")
    await openPanel(page)
    const found = await page.evaluate(probe, `chrome-extension://${extensionId}`)
    expect([...new Set(found)]).toEqual(["no"])
    const framed = page.frames().filter(frame => frame.parentFrame() === page.mainFrame() && frame.name() === "probe")
    for (const frame of framed)
      expect(
        await frame
          .locator("body")
          .textContent()
          .catch(() => ""),
      ).not.toContain("Casepost")
    await page.close()
  })
})

describe("protects", () => {
  it("what is in the panel from everything the page can look at", async () => {
    const page = await on.visit("/")
    await page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      for (const type of ["focus", "blur", "focusin", "input", "keydown", "click", "pointerdown", "message", "toggle"])
        window.addEventListener(
          type,
          event =>
            seen.push(
              event
                .composedPath()
                .map(one => (one as Element).tagName ?? "")
                .join(" "),
            ),
          true,
        )
    })
    const frame = await openPanel(page)
    await showsCase(frame)
    const seen = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")]
      return {
        roots: all.filter(one => one.shadowRoot).length,
        frames: window.length,
        named: Object.keys(window).filter(name => /casepost/i.test(name)),
        attributes: all.flatMap(one => [...one.attributes].map(({ value }) => value)).join(" "),
        text: document.documentElement.textContent ?? "",
        found: (window as unknown as { find: (text: string) => boolean }).find("Jansen"),
        active: document.activeElement?.outerHTML,
        resources: performance
          .getEntries()
          .map(({ name }) => name)
          .join(" "),
        paths: (window as unknown as { seen: string[] }).seen.join(" "),
      }
    })
    expect(seen).toMatchObject({ roots: 0, frames: 0, named: [], found: false, active: "<div></div>" })
    expect(`${seen.attributes} ${seen.text} ${seen.resources} ${seen.paths}`).not.toMatch(
      /chrome-extension|ticket|jansen|iframe|casepost/i,
    )
    await page.close()
  })
  it("the ticket: the frame forgets it, and the page cannot hold the frame to read it", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page)
    await showsCase(frame)
    expect(frame.url()).not.toContain("ticket")
    const ticket = await lookInside(page, "iframe", function (this: HTMLElement) {
      return new URL((this as HTMLIFrameElement).src).hash.slice("#ticket=".length)
    })
    const again = await frame.evaluate(
      used => chrome.runtime.sendMessage({ kind: "redeem-ticket", ticket: used }),
      ticket,
    )
    expect(again ?? null).toBeNull()
    await page.close()
  })
  it("the panel from view transitions of single elements: their pictures, of which Chrome tells nothing, are not drawn", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page)
    await showsCase(frame)
    const drawn = await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement("section"))
      const root = host.attachShadow({ mode: "closed" })
      root.innerHTML = `<style>
        b { position: fixed; contain: layout; z-index: 2147483647; pointer-events: none }
        b::view-transition { display: block !important; position: fixed; inset: 0 -3000px -3000px 0; background: #fff; pointer-events: none }
        b::view-transition-group(*) { animation-duration: 60s }</style><b>.</b>`
      const one = root.querySelector("b") as unknown as Element & {
        startViewTransition?: (change: () => void) => { ready: Promise<void> }
      }
      const transition = one.startViewTransition?.(() => {})
      return transition?.ready.then(() => getComputedStyle(one, "::view-transition").display)
    })
    // An older Chrome has none.
    expect(drawn ?? "none").toBe("none")
    await page.close()
  })
  it("a host that was moved into something the page controls: it is put back, or goes", async () => {
    const page = await on.visit("/")
    const frame = await openPanel(page)
    await showsCase(frame)
    await page.evaluate(() => {
      const shield = document.body.appendChild(document.createElement("section"))
      shield.style.cssText = "opacity: 0.01"
      for (const one of document.querySelectorAll("html > div")) shield.append(one)
    })
    await expect.poll(() => page.evaluate(() => document.querySelectorAll("section > div").length)).toBe(0)
    // A frame that was moved is loaded anew: the one that is going may still be found for a moment.
    const isShown = async () => {
      const panel = await findPanel(page)
      return panel
        .getByText(customer)
        .first()
        .isVisible()
        .catch(() => false)
    }
    await expect.poll(isShown).toBe(true)
    await page.close()
  })
  it("everybody: in all of this, nothing was sent", () => {
    expect(sent).toEqual([])
  })
})

/** The launcher cannot be clicked where something lies over it; by its keys it can. */
async function press(page: Page): Promise<void> {
  await pressLauncher(page, "keyboard")
  await page.waitForTimeout(2_000)
}

function pressEverything(): void {
  const targets = [window, document, ...document.querySelectorAll("*")]
  for (const { x, y } of [
    { x: innerWidth - 20, y: 114 },
    { x: innerWidth - 300, y: innerHeight - 80 },
  ]) {
    for (const target of [...targets, ...document.elementsFromPoint(x, y)]) {
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "contextmenu"])
        target.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1, button: 0 }),
        )
      for (const key of ["Enter", " ", "m", "Delete", "ArrowDown", "Escape"])
        for (const type of ["keydown", "keypress", "keyup"])
          target.dispatchEvent(
            new KeyboardEvent(type, {
              key,
              bubbles: true,
              composed: true,
              altKey: key === "m",
              ctrlKey: key === "Enter",
            }),
          )
      if (target instanceof HTMLElement && target.tagName !== "BUTTON") target.click()
    }
  }
}

function forgeMessages(id: string): { sendMessage: string; connect: string } {
  const ticket = "0".repeat(32)
  const calls = [
    { kind: "launcher-pressed" },
    { kind: "panel-again" },
    { kind: "show-panel", ticket, toggles: false },
    { kind: "redeem-ticket", ticket },
    { kind: "close-panel" },
    { kind: "all-away" },
    { kind: "put-address", name: "x", address: "x@x.example" },
  ]
  const bus = new BroadcastChannel("tools")
  for (const call of calls) {
    window.postMessage(call, "*")
    document.dispatchEvent(new CustomEvent("message", { detail: call }))
    for (const target of [window, document.documentElement.lastElementChild])
      target?.dispatchEvent(new MessageEvent("message", { data: call, origin: `chrome-extension://${id}` }))
    bus.postMessage(call)
  }
  const { runtime } = (window as unknown as { chrome?: { runtime?: Record<string, unknown> } }).chrome ?? {}
  return { sendMessage: typeof runtime?.sendMessage, connect: typeof runtime?.connect }
}

async function probe(origin: string): Promise<string[]> {
  const files = [
    "tabs/compose.html",
    "tabs/recipients.html",
    "popup.html",
    "sidepanel.html",
    "manifest.json",
    "options.html",
  ]
  const tried = files.flatMap(file => {
    const url = `${origin}/${file}#ticket=${"0".repeat(32)}`
    const load = (name: "script" | "img" | "link", attribute: "src" | "href") =>
      new Promise<string>(resolve => {
        const one = document.createElement(name)
        one.onload = () => resolve(`${name} ${file}`)
        one.onerror = () => resolve("no")
        one.setAttribute("rel", "stylesheet")
        one.setAttribute(attribute, url)
        document.head.append(one)
      })
    const frame = document.createElement("iframe")
    frame.name = "probe"
    frame.src = url
    document.body.append(frame)
    return [
      fetch(url).then(
        () => `fetch ${file}`,
        () => "no",
      ),
      fetch(url, { mode: "no-cors" }).then(
        () => `fetch ${file}`,
        () => "no",
      ),
      load("script", "src"),
      load("img", "src"),
      load("link", "href"),
    ]
  })
  return Promise.all(tried)
}
