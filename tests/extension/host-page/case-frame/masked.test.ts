import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hasPanel, openPanel } from "../../../support/panel.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

let running: Awaited<ReturnType<typeof signedInExtension>>
let page: Page
beforeAll(async () => {
  running = await signedInExtension("sanne@demo.example", "light", { hosts: ["http://localhost/*"] })
}, 240_000)
afterAll(() => running?.close())

async function open() {
  page = await running.context.newPage()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${running.house.config.publicUrl}/demo/app/invoices/VF-2026-04183`)
  const panel = await openPanel(page)
  await panel.getByRole("textbox", { name: "Subject" }).waitFor()
  return panel
}

describe("does", () => {
  test("leaves the panel where a page masks something of its own", async () => {
    const panel = await open()
    await page.evaluate(() => {
      document.body.style.maskImage = "linear-gradient(black, transparent)"
    })
    await page.waitForTimeout(500)
    expect(await panel.getByRole("textbox", { name: "Subject" }).isVisible()).toBe(true)
    await page.close()
  })
})

describe("refuses", () => {
  test.each([
    ["mask-image", "linear-gradient(transparent, transparent)"],
    ["-webkit-mask-box-image", "linear-gradient(black, transparent)"],
    ["clip-path", "inset(0 0 50% 0)"],
  ])("a frame in a page that lies under a %s", async (property, value) => {
    await open()
    await page.evaluate(
      ([name = "", mask = ""]) => document.documentElement.style.setProperty(name, mask),
      [property, value],
    )
    await expect.poll(() => hasPanel(page)).toBe(false)
    await page.close()
  })
})
