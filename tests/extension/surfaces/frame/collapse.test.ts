import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { freePort } from "../../../support/free-port.ts"
import { findSidePanel } from "../../../support/own-window.ts"
import { hasPanel, openPanel } from "../../../support/panel.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let debuggingPort: number
beforeAll(async () => {
  debuggingPort = await freePort()
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"], debuggingPort })
})
afterAll(() => running?.close())

describe("does", () => {
  test("goes on in the side panel with what was being written in the page", async () => {
    const page = await running.context.newPage()
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${running.house.config.publicUrl}/demo/invoices/VF-2026-04219`)
    const panel = await openPanel(page)
    await panel.getByRole("textbox", { name: "Subject" }).focus()
    await page.keyboard.type("Begun in the page")
    await panel.getByText("Draft saved").waitFor()
    await panel.getByRole("button", { name: "Open in side panel" }).click()
    const side = await findSidePanel(debuggingPort)
    const subject = side.page.getByRole("textbox", { name: "Subject" })
    await expect.poll(() => subject.textContent()).toBe("Begun in the page")
    await expect.poll(() => hasPanel(page)).toBe(false)
    await side.close()
  })
})
