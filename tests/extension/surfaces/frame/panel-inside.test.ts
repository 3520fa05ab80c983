import { drafts } from "@casepost/backend/drafts/tables"
import { messages } from "@casepost/backend/messages/tables"
import { eq } from "drizzle-orm"
import type { Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { extensionId } from "../../../support/extension.ts"
import { findPanel, hasPanel, openPanel, pressLauncher } from "../../../support/panel.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let server: string
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example", "light", { isMailing: true, hosts: ["http://localhost/*"] })
  server = running.house.config.publicUrl
}, 240_000)
afterAll(() => running?.close())

const wide = { width: 1440, height: 900 }

async function go(path: string, size = wide): Promise<Page> {
  const page = await running.context.newPage()
  await page.setViewportSize(size)
  await page.goto(`${server}/demo${path}`)
  return page
}

async function write(number: string, by: "mouse" | "keyboard" = "mouse"): Promise<{ page: Page; panel: Frame }> {
  const page = await go(`/app/invoices/${number}`)
  const panel = await openPanel(page, by)
  await subject(panel).waitFor()
  return { page, panel }
}

const subject = (panel: Frame) => panel.getByRole("textbox", { name: "Subject" })
const text = (panel: Frame) => panel.getByRole("textbox", { name: "Message text" })
const send = (panel: Frame) => panel.getByRole("button", { name: /^Send to customer/ })
const cannot = (panel: Frame) => panel.getByRole("heading", { name: "Casepost cannot work inside this page" })

/** What a page lays over the panel, run there. */
const overlay =
  "const d = document.createElement('div'); d.id = 'bad'; d.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none'; document.documentElement.append(d)"

/** A cover that Chrome fades in and out by itself, while the page works; whenever the page draws itself, it is away. Run there. */
const fading =
  "const d = document.createElement('div'); d.id = 'bad'; d.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff;opacity:0'; document.documentElement.append(d); " +
  "const on = [[0, 0], [.12, 0], [.13, .9], [.98, .9], [.99, 0], [1, 0]].map(([offset, opacity]) => ({ offset, opacity })); d.animate(on, { duration: 1000, iterations: Infinity }); " +
  "const start = performance.now(); const draw = () => { if (!d.isConnected) return; const at = (performance.now() - start) % 1000; if (at > 40) { const end = performance.now() + 1008 - at; while (performance.now() < end); } requestAnimationFrame(draw) }; requestAnimationFrame(draw)"

/** The same document goes on to another page, as an application does that never loads one. */
async function turnTo(page: Page, path: string) {
  await page.evaluate(to => {
    const link = document.createElement("a")
    link.href = to
    document.querySelector("main")?.append(link)
    link.click()
  }, `/demo/app${path}`)
}

function sentAbout(about: string) {
  return running.house.database.owner.select().from(messages).where(eq(messages.subject, about))
}

async function keptSubjects(): Promise<string[]> {
  const rows = await running.house.database.owner.select().from(drafts)
  return rows.map(({ content }) => content.subject)
}

describe("does", () => {
  test("writes about the case of the page, and says what it was recognised by", async () => {
    const { page, panel } = await write("VF-2026-04183")
    await panel.getByText("Recognised from").waitFor()
    await panel.getByText("Jansen & Zonen Aannemers B.V.").first().waitFor()
    await panel.getByText("€12,480.50").first().waitFor()
    await panel.getByRole("row").or(panel.getByText("info@jansen.example")).first().waitFor()
    await page.close()
  })

  test("sends a message by keyboard alone, from the launcher on", async () => {
    const page = await go("/invoices/VF-2026-04377")
    const panel = await openPanel(page, "keyboard")
    await expect.poll(() => subject(panel).evaluate(element => element.contains(document.activeElement))).toBe(true)
    // The text's editor is loaded a moment after the rows: Tab would pass it by.
    await text(panel).waitFor()
    await page.keyboard.type("By keyboard alone")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Written without a mouse.")
    await page.keyboard.press("Control+Enter")
    await panel.getByText("Sending to Jansen & Zonen").waitFor()
    await panel.getByRole("heading", { name: "VF-2026-04377" }).waitFor()
    expect(await sentAbout("By keyboard alone")).toHaveLength(1)
    await page.keyboard.press("Escape")
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.close()
  })

  test("sends what was sent in the moment before the panel is closed by Esc", async () => {
    const { page } = await writeUnder("nothing, and closed at once")
    await page.keyboard.press("Control+Enter")
    await page.keyboard.press("Escape")
    await expect.poll(() => hasPanel(page)).toBe(false)
    expect(await sentAbout("Covered by nothing, and closed at once")).toHaveLength(1)
    await page.close()
  })

  test("takes it back from the toast, and the draft is there again", async () => {
    const { page, panel } = await write("VF-2026-03655")
    await subject(panel).click()
    await page.keyboard.type("Taken back")
    await text(panel).click()
    await page.keyboard.type("Not after all.")
    await send(panel).click()
    await panel.getByText("Sending to").waitFor()
    await page.keyboard.press("z")
    await expect.poll(() => subject(panel).textContent()).toBe("Taken back")
    await page.close()
  })

  test("follows the page silently as long as nothing was typed", async () => {
    const { page, panel } = await write("VF-2026-04183")
    await turnTo(page, "/invoices/VF-2026-04219")
    await panel.getByText("VF-2026-04219").first().waitFor()
    await subject(panel).waitFor()
    expect(await panel.getByRole("button", { name: "Switch" }).count()).toBe(0)
    await page.close()
  })

  test("stays with its case once something was typed, says what the page shows, and switches", async () => {
    const { page, panel } = await write("VF-2026-04102")
    await subject(panel).click()
    await page.keyboard.type("Begun")
    await turnTo(page, "/invoices/VF-2026-04219")
    await panel.getByText("This tab shows VF-2026-04219. You are still writing about VF-2026-04102.").waitFor()
    expect(await subject(panel).textContent()).toBe("Begun")
    await panel.getByRole("button", { name: "Switch" }).click()
    await panel.getByText("Recognised from").waitFor()
    await expect.poll(() => subject(panel).textContent()).not.toBe("Begun")
    await turnTo(page, "/invoices/VF-2026-04102")
    await expect.poll(() => subject(panel).textContent()).toBe("Begun")
    await page.close()
  })

  test("leads to the search and back, the innermost first", async () => {
    const { page, panel } = await write("VF-2026-04183")
    await panel.getByRole("button", { name: "Change the case, now VF-2026-04183" }).click()
    await panel.getByRole("combobox", { name: "Search cases" }).fill("VF-2026-04377")
    await panel.getByRole("listbox", { name: "Cases", exact: true }).getByRole("option").first().waitFor()
    await page.keyboard.press("Enter")
    await panel.getByText("VF-2026-04377").first().waitFor()
    await subject(panel).waitFor()
    await panel.getByRole("button", { name: /^Change the case/ }).click()
    await panel.getByRole("combobox", { name: "Search cases" }).waitFor()
    await page.keyboard.press("Escape")
    await subject(panel).waitFor()
    await page.keyboard.press("Escape")
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.close()
  })

  test("offers the cases of a list with those ticked that are ticked in the tool, and messages them in bulk", async () => {
    const page = await go("/invoices")
    const boxes = page.locator("tbody input[type=checkbox]")
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    const panel = await openPanel(page)
    await panel.getByText(/^2 selected/).waitFor()
    await boxes.nth(2).check()
    await panel.getByText(/^3 selected/).waitFor()
    const opening = running.context.waitForEvent("page")
    await panel.getByRole("button", { name: "Send messages" }).click()
    const work = await opening
    await work.getByText("3 invoices in").waitFor()
    expect(work.url()).toContain("#/bulk/")
    await work.close()
    await page.close()
  })

  test("says which number Casepost does not know, and offers the search", async () => {
    const page = await go("/app/invoices/VF-2026-04183")
    await page.evaluate(() => {
      history.pushState(null, "", "/demo/app/invoices/VF-2031-99999")
      document.title = "Invoice VF-2031-99999"
      const main = document.querySelector("main")
      if (main) main.innerHTML = "<h1>Invoice VF-2031-99999</h1>"
    })
    const panel = await openPanel(page)
    await panel.getByText("Casepost does not know VF-2031-99999").waitFor()
    await panel.getByRole("combobox", { name: "Search cases" }).waitFor()
    await page.close()
  })

  test("takes files by the picker, pasted and dropped", async () => {
    const { page, panel } = await write("VF-2026-03912")
    await panel.locator("input[type=file]").first().setInputFiles(file("picked.pdf"))
    await panel.getByRole("button", { name: /Remove picked.pdf/ }).waitFor()
    for (const [kind, name] of [
      ["paste", "pasted.pdf"],
      ["drop", "dropped.pdf"],
    ] as const) {
      await panel.getByRole("form", { name: "New message" }).evaluate(
        (form, { kind, name }) => {
          const data = new DataTransfer()
          data.items.add(new File(["%PDF-1.4\n%%EOF\n"], name, { type: "application/pdf" }))
          const options = { bubbles: true, cancelable: true }
          form.dispatchEvent(
            kind === "paste"
              ? new ClipboardEvent("paste", { ...options, clipboardData: data })
              : new DragEvent("drop", { ...options, dataTransfer: data }),
          )
        },
        { kind, name },
      )
      await panel.getByRole("button", { name: new RegExp(`Remove ${name}`) }).waitFor()
    }
    await page.close()
  })

  test("offers the side panel where the page is narrow, and goes on in the page if that is wanted", async () => {
    const page = await go("/invoices/VF-2026-04183", { width: 1024, height: 768 })
    const panel = await openPanel(page)
    await panel.getByRole("button", { name: "Open in side panel" }).waitFor()
    expect(await subject(panel).count()).toBe(0)
    await panel.getByRole("button", { name: "Write here" }).click()
    await subject(panel).waitFor()
    await page.close()
  })
})

describe("refuses", () => {
  test("to show anything without a ticket, or with one that was used: nothing is asked of the server", async () => {
    const page = await go("/invoices/VF-2026-04183")
    const asked: string[] = []
    page.on("request", request => {
      if (request.url().includes("/api/")) asked.push(request.url())
    })
    // A frame of ours can only be made where a script of ours could: as a page of the extension does here.
    const own = await running.context.newPage()
    const fromOwn: string[] = []
    own.on("request", request => {
      if (request.url().includes("/api/")) fromOwn.push(request.url())
    })
    await own.goto(`chrome-extension://${extensionId}/tabs/compose.html`)
    await own.waitForLoadState("networkidle")
    fromOwn.length = 0
    await own.evaluate(() => {
      const frame = document.createElement("iframe")
      frame.src = `${location.origin}/tabs/compose.html#ticket=00000000000000000000000000000000`
      frame.style.cssText = "position: fixed; inset: 0; z-index: 999; width: 100%; height: 100%; background: #fff"
      document.body.append(frame)
    })
    const framed = own.frames().at(-1) as Frame
    await cannot(framed).waitFor()
    expect(framed.url()).not.toContain("ticket")
    expect(await subject(framed).count()).toBe(0)
    expect(fromOwn).toEqual([])
    expect(asked).toEqual([])
    await own.close()
    await page.close()
  })

  test.each([
    ["an overlay that lets clicks through", overlay],
    [
      "a popover in the top layer",
      "const d = document.createElement('div'); d.id = 'bad'; d.popover = 'manual'; d.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;opacity:.01;pointer-events:none'; document.body.append(d); d.showPopover()",
    ],
    ["opacity on the page", "document.documentElement.style.opacity = '.9'"],
    ["a filter on the page", "document.documentElement.style.filter = 'blur(1px)'"],
  ])("to send or show anything under %s", async (name, cover) => {
    const { page, panel } = await writeUnder(name)
    await page.evaluate(cover)
    await page.keyboard.press("Control+Enter")
    await keptUnder(name, page, panel)
  })

  test("to send what a page covered before it drew itself, however slowly it does", async () => {
    const { page, panel } = await writeUnder("a slow page")
    await page.evaluate(() => {
      const slow = window as { frame?: number }
      function draw() {
        const end = performance.now() + 700
        while (performance.now() < end);
        slow.frame = requestAnimationFrame(draw)
      }
      slow.frame = requestAnimationFrame(draw)
    })
    await page.waitForTimeout(1_500)
    await page.evaluate(overlay)
    await page.keyboard.press("Control+Enter")
    await cannot(panel).waitFor()
    await page.evaluate(() => cancelAnimationFrame((window as { frame?: number }).frame ?? 0))
    await keptUnder("a slow page", page, panel)
  })

  test("to send what a page covers in between, where it pauses whenever it does, and says why", async () => {
    const { page, panel } = await writeUnder("a busy page")
    await page.evaluate(fading)
    await page.waitForTimeout(1_200)
    await page.keyboard.press("Control+Enter")
    await panel
      .getByText(/^The page (is too busy|covers the panel)/)
      .first()
      .waitFor()
    await page.evaluate(() => document.getElementById("bad")?.remove())
    await subject(panel).waitFor()
    expect(await sentAbout("Covered by a busy page")).toEqual([])
    await page.close()
  })
})

/** A message that is written, and is about to be sent from under something. */
async function writeUnder(name: string): Promise<{ page: Page; panel: Frame }> {
  const { page, panel } = await write("VF-2026-04055")
  await subject(panel).click()
  await page.keyboard.press("Control+a")
  await page.keyboard.type(`Covered by ${name}`)
  await text(panel).click()
  await page.keyboard.type("Never.")
  await panel.getByText("Draft saved").waitFor()
  return { page, panel }
}

/** Nothing is to be seen while it is covered; afterwards everything stands there, and nothing was sent. */
async function keptUnder(name: string, page: Page, panel: Frame): Promise<void> {
  await cannot(panel).waitFor()
  // Typed on: the list of keys would open.
  await page.keyboard.press("?")
  expect(await subject(panel).isVisible()).toBe(false)
  expect(await send(panel).isVisible()).toBe(false)
  await page.evaluate(() => {
    document.getElementById("bad")?.remove()
    document.documentElement.style.cssText = ""
  })
  await subject(panel).waitFor()
  expect(await panel.getByRole("dialog").count()).toBe(0)
  expect(await subject(panel).textContent()).toBe(`Covered by ${name}`)
  expect(await sentAbout(`Covered by ${name}`)).toEqual([])
  await page.close()
}

describe("protects", () => {
  test("what was typed when the page goes away in the same moment", async () => {
    const { page, panel } = await write("VF-2026-04219")
    await subject(panel).click()
    await page.keyboard.type("Gone with the page")
    await page.goto(`${server}/demo/invoices`)
    await page.goto(`${server}/demo/invoices/VF-2026-04219`)
    const again = await openPanel(page)
    await expect.poll(() => subject(again).textContent()).toBe("Gone with the page")
    await expect.poll(keptSubjects).toContain("Gone with the page")
    await page.close()
  })

  test("what was typed when its process is killed", async () => {
    const { page, panel } = await write("VF-2026-04588")
    await subject(panel).click()
    await page.keyboard.type("Killed")
    const session = await running.context.newCDPSession(panel)
    void session.send("Page.crash").catch(() => undefined)
    await new Promise(resolve => setTimeout(resolve, 1000))
    await page.close()
    const next = await write("VF-2026-04588")
    await expect.poll(() => subject(next.panel).textContent()).toBe("Killed")
    await next.page.close()
  })

  test("a draft that is open in another tab: it is said, and neither is overwritten", async () => {
    const one = await write("VF-2026-05285")
    const other = await write("VF-2026-05285")
    await subject(other.panel).click()
    await other.page.keyboard.type("From the second tab")
    await other.panel.getByText("Draft saved").waitFor()
    await one.page.bringToFront()
    await one.page.evaluate(() => window.dispatchEvent(new Event("focus")))
    await subject(one.panel).click()
    await one.page.keyboard.type("From the first")
    await expect
      .poll(async () => {
        if (await one.panel.getByRole("button", { name: "Write here" }).isVisible()) return "said"
        return (await subject(one.panel).textContent())?.includes("From the second tab") ? "taken in" : ""
      })
      .not.toBe("")
    expect((await keptSubjects()).some(kept => kept.includes("From the second tab"))).toBe(true)
    await one.page.close()
    await other.page.close()
  })

  test("keeps everything when the session ends: the password leads back to the same words", async () => {
    const { page, panel } = await write("VF-2026-05552")
    await subject(panel).click()
    await page.keyboard.type("Before")
    await page.route("**/api/v1/**", route =>
      route.fulfill({
        status: 401,
        contentType: "application/problem+json",
        body: JSON.stringify({ code: "unauthenticated", detail: "Sign in again to go on." }),
      }),
    )
    await page.keyboard.type(" and after")
    await panel.getByText("Your draft about VF-2026-05552 is kept.").waitFor()
    await page.unroute("**/api/v1/**")
    await panel.getByLabel("Password", { exact: true }).fill("casepost-demo")
    await page.keyboard.press("Enter")
    await expect.poll(() => subject(panel).textContent()).toBe("Before and after")
    await page.close()
  })

  test("a second press of the launcher closes the panel and keeps the draft", async () => {
    const { page, panel } = await write("VF-2026-04962")
    await subject(panel).click()
    await page.keyboard.type("Kept by the launcher")
    await pressLauncher(page)
    await expect.poll(() => hasPanel(page)).toBe(false)
    await pressLauncher(page)
    await expect.poll(async () => subject(await findPanel(page)).textContent()).toBe("Kept by the launcher")
    await page.close()
  })
})

function file(name: string) {
  return { name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") }
}
