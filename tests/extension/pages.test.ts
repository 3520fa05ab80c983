import { access } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { violationsOf } from "../support/axe.ts"
import { browserPath } from "../support/browser.ts"
import { builtExtension, extensionId, launchExtension, type RunningExtension } from "../support/extension.ts"

const pages = [
  { path: "popup.html", size: { width: 420, height: 600 } },
  { path: "sidepanel.html", size: { width: 400, height: 900 } },
  { path: "options.html", size: { width: 1200, height: 800 } },
  { path: "options.html#/import", size: { width: 1200, height: 800 } },
  { path: "tabs/compose.html", size: { width: 464, height: 800 } },
  { path: "tabs/work.html", size: { width: 1280, height: 800 } },
]

beforeAll(async () => {
  await access(join(builtExtension, "manifest.json")).catch(() => {
    throw new Error("The extension is not built. Run `npx --yes pnpm@12.21.0 run build` first.")
  })
})

describe.each(["light", "dark"] as const)("the built extension, %s", scheme => {
  let running: RunningExtension
  beforeAll(async () => {
    running = await launchExtension(browserPath(), scheme)
  })
  afterAll(() => running?.close())

  describe("does", () => {
    test.each(pages)("opens $path without an error, readable for everybody", async ({ path, size }) => {
      const { page, errors } = await running.open(path, size)
      await page.getByRole("main").waitFor()
      await page.getByRole("button").first().waitFor()
      expect(await violationsOf(page)).toEqual([])
      expect(errors).toEqual([])
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(scheme)
      await page.close()
    })

    test("has the id that its key gives", async () => {
      const [worker] = running.context.serviceWorkers()
      expect(new URL(worker?.url() ?? "about:blank").host).toBe(extensionId)
    })
  })

  describe("refuses", () => {
    test("a server address without https that is not this computer", async () => {
      const { page } = await running.open("options.html")
      await page.getByLabel("Server address").fill("http://casepost.example.com")
      await page.getByRole("button", { name: "Check" }).click()
      await page.getByText("must begin with https://").waitFor()
      await page.close()
    })
  })

  describe("protects", () => {
    test("what it keeps from content scripts", async () => {
      const { page } = await running.open("options.html")
      const manifest = await page.evaluate(() => chrome.runtime.getManifest())
      expect(manifest.host_permissions ?? []).toEqual([])
      expect(manifest.content_scripts ?? []).toEqual([])
      expect((manifest.content_security_policy as { extension_pages?: string }).extension_pages).toBe(
        "script-src 'self'; object-src 'none'; base-uri 'none'",
      )
      await page.close()
    })
  })
})
