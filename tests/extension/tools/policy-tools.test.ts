import type { House } from "@casepost/backend/context"
import { demoPassword, loadDemo } from "@casepost/backend/demo/load-demo"
import { startServer } from "@casepost/backend/server"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchExtension, type RunningExtension } from "../../support/extension.ts"
import { freePort } from "../../support/free-port.ts"
import { openLonelyHouse } from "../../support/house.ts"
import { browserWithPolicy, canTryPolicy } from "../../support/policy.ts"

// A real policy file, read by a real Chromium. Where the machine does not allow that, `api/policy.test` holds the logic alone.
const isPossible = canTryPolicy()
let server: { house: House; close: () => Promise<void> }
let running: RunningExtension

beforeAll(async () => {
  if (!isPossible) return
  const port = await freePort()
  const house = await openLonelyHouse()
  const publicUrl = `http://localhost:${port}`
  server = await startServer({ ...house, config: { ...house.config, port, publicUrl } })
  await loadDemo(server.house)
  const command = await browserWithPolicy({
    serverAddress: `${publicUrl}/`,
    launcher: false,
    tools: [
      { name: "Intranet", address: "http://localhost:4711", numberPatterns: ["VF-####-#####"] },
      { name: "Onveilig", address: "http://intranet.example" },
    ],
  })
  running = await launchExtension(command, "light", { hosts: ["http://localhost/*"] })
  const { page } = await running.open("options.html")
  await page.getByText("Set by your administrator").waitFor()
  expect(await page.getByRole("button", { name: "Change" }).count()).toBe(0)
  await page.getByLabel("Email address").fill("admin@demo.example")
  await page.getByLabel("Password", { exact: true }).fill(demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByText("Signed in as admin@demo.example").waitFor()
  await page.close()
})
afterAll(async () => {
  await running?.close()
  await server?.close()
})

describe.skipIf(!isPossible)("does", () => {
  test("signs in at the policy's server, and shows the policy's tools as set by policy", async () => {
    const { page } = await running.open("options.html#/tools")
    const row = page.getByRole("row", { name: /Intranet/ })
    await row.waitFor()
    expect(await row.textContent()).toContain("Set by policy")
    expect(await row.getByRole("switch").count()).toBe(0)
    await row.getByRole("button", { name: "Actions for Intranet" }).click()
    expect(await page.getByRole("menuitem").allTextContents()).toEqual(["Test on this page", "Hide launcher here"])
    await page.close()
  })

  test("says in My settings that the launcher was switched off, and offers none", async () => {
    const { page } = await running.open("options.html#/my-settings")
    await page.getByText("The administrator of this computer switched the launcher off.").waitFor()
    await page.getByRole("button", { name: "Remove here: Intranet" }).waitFor()
    expect(await page.getByRole("switch", { name: /^Launcher on/ }).count()).toBe(0)
    await page.close()
  })
})

describe.skipIf(!isPossible)("refuses", () => {
  test("a tool of the policy whose address is not encrypted", async () => {
    const { page } = await running.open("options.html#/tools")
    await page.getByRole("row", { name: /Intranet/ }).waitFor()
    expect(await page.getByText("Onveilig").count()).toBe(0)
    await page.close()
  })
})

describe.skipIf(!isPossible)("protects", () => {
  test("the server address: what was kept here before does not count", async () => {
    const { page } = await running.open("options.html")
    await page.evaluate(() => chrome.storage.local.set({ serverAddress: "https://elsewhere.example" }))
    await page.close()
    const { page: tools } = await running.open("options.html#/tools")
    await tools.getByRole("row", { name: /Intranet/ }).waitFor()
    await tools.close()
  })
})
