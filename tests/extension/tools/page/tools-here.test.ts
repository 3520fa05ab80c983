import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { RunningExtension } from "../../../support/extension.ts"
import { signedInExtension } from "../../../support/signed-in-extension.ts"

// A user with the least right there is: what Casepost may do in his browser is his own business.
let running: RunningExtension

beforeAll(async () => {
  running = await signedInExtension("rick@demo.example", "dark", { hosts: ["http://localhost/*"] })
})
afterAll(() => running?.close())

async function openMine(): Promise<Page> {
  const { page } = await running.open("options.html#/my-settings")
  await page.getByRole("heading", { name: "Tools on this computer" }).waitFor()
  await page.getByText("Grootboek Online", { exact: true }).waitFor()
  return page
}

describe("does", () => {
  test("shows the tools that are on in the organisation, and which of them this browser allows", async () => {
    const page = await openMine()
    await page.getByRole("button", { name: "Remove here: Grootboek Online" }).waitFor()
    await page.getByRole("button", { name: "Allow here: Voorraad Plus" }).waitFor()
    // It is off in the organisation.
    expect(await page.getByText("Oude Debiteuren").count()).toBe(0)
    // No case numbers are read there, so there is no launcher.
    expect(await page.getByRole("switch", { name: /^Launcher on/ }).count()).toBe(1)
    const found = await new AxeBuilder({ page }).analyze()
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`)).toEqual([])
    await page.close()
  })

  test("removes a tool from this browser by keyboard, and allows it again", async () => {
    const page = await openMine()
    await page.getByRole("button", { name: "Remove here: Postvak Mail" }).focus()
    await page.keyboard.press("Enter")
    await page.getByText("Postvak Mail is removed from this browser").waitFor()
    await page.evaluate(() => {
      chrome.permissions.request = (() => Promise.resolve(true)) as typeof chrome.permissions.request
    })
    await page.getByRole("button", { name: "Allow here: Postvak Mail" }).focus()
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Remove here: Postvak Mail" }).waitFor()
    await page.close()
  })
})

describe("refuses", () => {
  test("says what to do where Chrome was not allowed", async () => {
    const page = await openMine()
    await page.evaluate(() => {
      chrome.permissions.request = (() => Promise.resolve(false)) as typeof chrome.permissions.request
    })
    await page.getByRole("button", { name: "Allow here: Voorraad Plus" }).click()
    await page.getByText("Press “Allow here” again, and then Allow.").waitFor()
    await page.close()
  })

  test("keeps the organisation's tools from who may not set them", async () => {
    const { page } = await running.open("options.html#/tools/new")
    await page.getByText("You have no right to change this").waitFor()
    expect(await page.getByRole("link", { name: "Tools" }).count()).toBe(0)
    await page.close()
  })
})

describe("protects", () => {
  test("asks Chrome for one origin only", async () => {
    const page = await openMine()
    await page.evaluate(() => {
      chrome.permissions.request = ((asked: unknown) => {
        document.body.dataset.asked = JSON.stringify(asked)
        return Promise.resolve(false)
      }) as typeof chrome.permissions.request
    })
    await page.getByRole("button", { name: "Allow here: Voorraad Plus" }).click()
    await page.getByText("Press “Allow here” again").waitFor()
    expect(await page.evaluate(() => document.body.dataset.asked)).toBe(
      JSON.stringify({ origins: ["https://vdm.voorraadplus.example/*"] }),
    )
    await page.close()
  })
})
