import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { openSidePanel, type SidePanel } from "../../../support/side-panel.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let debuggingPort: number
let server: string
let tab: Page
let side: SidePanel

beforeAll(async () => {
  debuggingPort = await freePort()
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"], debuggingPort })
  server = running.house.config.publicUrl
  tab = await running.context.newPage()
  await tab.setViewportSize({ width: 1440, height: 900 })
  await tab.goto(`${server}/demo/invoices/VF-2026-04183`)
  side = await openSidePanel(running, { beside: tab, debuggingPort })
})
afterAll(async () => {
  await side?.close()
  await running?.close()
})
beforeEach(async () => {
  await tab.bringToFront()
})

const shows = (number: string) => side.panel.getByRole("heading", { name: number, exact: true }).waitFor()
const button = (name: string | RegExp) => side.panel.getByRole("button", { name })
const go = (path: string) => tab.goto(`${server}${path}`)

describe("does", () => {
  test("shows the case of the tab, and why", async () => {
    await shows("VF-2026-04183")
    await button("Following this tab").waitFor()
    await button("Following this tab").focus()
    await side.panel.getByRole("tooltip").getByText("VF-2026-04183").waitFor()
  })

  test("follows when the tab goes to another page, also where the page changes by script", async () => {
    await go("/demo/app/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await tab.evaluate(() => {
      const link = document.createElement("a")
      link.href = "/demo/app/invoices/VF-2026-04219"
      document.querySelector("main")?.append(link)
      link.click()
    })
    await shows("VF-2026-04219")
  })

  test("follows when another tab comes to the front, and back", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    const second = await running.context.newPage()
    await second.goto(`${server}/demo/invoices/VF-2026-04219`)
    await shows("VF-2026-04219")
    await tab.bringToFront()
    await shows("VF-2026-04183")
    await second.close()
  })

  test("lists the cases of a list page to tick, and says where a page has none", async () => {
    await go("/demo/open-items")
    await side.panel.getByRole("heading", { name: /cases on this page$/ }).waitFor()
    await side.panel.getByRole("checkbox").first().waitFor()
    await go("/demo/dashboard").catch(() => go("/demo"))
  })

  test("keeps a case open until it is let go", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button("Keep open").click()
    await side.panel.getByText("Kept open", { exact: true }).waitFor()
    await go("/demo/invoices/VF-2026-04219")
    await tab.getByRole("heading", { name: /VF-2026-04219/ }).first().waitFor()
    await shows("VF-2026-04183")
    await button("Keep open").click()
    await shows("VF-2026-04219")
  })
})

describe("protects", () => {
  test("a started message from changing its case", async () => {
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button(/^Message/).click()
    await side.panel.getByRole("textbox", { name: "Subject" }).fill("About the delivery note")
    await side.panel.getByText("Draft saved").first().waitFor()
    await go("/demo/invoices/VF-2026-04219")
    const notice = side.panel.getByText("You are still writing about VF-2026-04183")
    await notice.waitFor()
    await button("Switch").click()
    await shows("VF-2026-04219")
    await go("/demo/invoices/VF-2026-04183")
    await shows("VF-2026-04183")
    await button(/^Message/).click()
    expect(await side.panel.getByRole("textbox", { name: "Subject" }).textContent()).toContain("delivery note")
  })
})
