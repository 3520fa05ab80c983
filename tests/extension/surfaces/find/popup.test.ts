import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { openPopup } from "../../../support/own-window.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let debuggingPort: number
let server: string
let tab: Page

beforeAll(async () => {
  debuggingPort = await freePort()
  running = await signedInExtension("admin@demo.example", "light", { hosts: ["http://localhost/*"], debuggingPort })
  server = running.house.config.publicUrl
  tab = await running.context.newPage()
})
afterAll(() => running?.close())

/** The popup over a page, as a press on the toolbar's icon opens it. */
async function over(path: string, deed: (popup: Page) => Promise<void>): Promise<void> {
  await tab.bringToFront()
  await tab.goto(path.startsWith("http") ? path : `${server}${path}`)
  const { page: popup, close } = await openPopup(running, debuggingPort)
  await deed(popup).finally(close)
}

describe("does", () => {
  test("offers the case of the tab chosen, with the reason, ready to write", async () => {
    await over("/demo/invoices/VF-2026-04183", async popup => {
      await popup.getByText(/^On this tab, from /).waitFor()
      await popup.getByRole("option", { name: /VF-2026-04183/, selected: true }).waitFor()
      await popup.getByRole("textbox", { name: "Subject" }).waitFor()
    })
  })

  test("lets the cases of a list be ticked", async () => {
    await over("/demo/open-items", async popup => {
      await popup.getByRole("heading", { name: /cases on this page$/ }).waitFor()
      await popup.getByRole("checkbox").first().press("Space")
      await popup.getByText(/^1 selected/).waitFor()
    })
  })
})

describe("refuses", () => {
  test("to write about a case that nobody chose: where the page shows none, none is chosen", async () => {
    await over("/demo/reports", async popup => {
      await popup.getByText("No case on this page").waitFor()
      expect(await popup.getByRole("textbox", { name: "Subject" }).count()).toBe(0)
      expect(await popup.getByRole("option", { selected: true }).count()).toBe(0)
    })
  })
})

describe("protects", () => {
  test("a page without permission: it is not read, and what could be switched on is offered", async () => {
    await over(`${server.replace("localhost", "127.0.0.1")}/demo/invoices/VF-2026-04183`, async popup => {
      await popup.getByText("No case on this page").waitFor()
      await popup.getByText("Show Casepost in Voorraad Plus").waitFor()
    })
  })
})
