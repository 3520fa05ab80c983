import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { countRoots } from "../../../support/closed-roots.ts"
import { extensionOnPages, type OnPages } from "../../../support/host-pages/on-pages.ts"
import { plainPages } from "../../../support/host-pages/pages.ts"

let on: OnPages

beforeAll(async () => {
  on = await extensionOnPages(plainPages)
})
afterAll(() => on?.close())

const toolId = () =>
  on.own.evaluate(async () => {
    const { tools } = (await chrome.storage.local.get("tools")) as { tools: { tools: { id: string; name: string }[] } }
    return tools.tools.find(({ name }) => name === "Strange tool")?.id ?? ""
  })

describe("does", () => {
  it("put the launcher into pages that are open already, and take it out again, as the tool is switched here", async () => {
    const page = await on.visit("/")
    await expect.poll(() => countRoots(page)).toBe(1)
    const id = await toolId()
    await on.own.evaluate(one => chrome.storage.local.set({ [`toolOff:${one}`]: true }), id)
    await expect.poll(() => countRoots(page)).toBe(0)
    const registered = await on.own.evaluate(() => chrome.scripting.getRegisteredContentScripts())
    expect(registered.flatMap(({ matches }) => matches)).not.toContain(`${on.origin}/*`)
    await on.own.evaluate(one => chrome.storage.local.remove(`toolOff:${one}`), id)
    await expect.poll(() => countRoots(page)).toBe(1)
    await page.close()
  })
  it("go with the sign-in: signed out, nothing stands anywhere", async () => {
    const page = await on.visit("/")
    await expect.poll(() => countRoots(page)).toBe(1)
    const kept = await on.own.evaluate(() => chrome.storage.local.get("session"))
    await on.own.evaluate(() => chrome.storage.local.remove("session"))
    await expect.poll(() => countRoots(page)).toBe(0)
    await on.own.evaluate(session => chrome.storage.local.set(session), kept)
    await expect.poll(() => countRoots(page)).toBe(1)
    await page.close()
  })
})

describe("protects", () => {
  it("the web: no host is asked for when it is installed, and scripts stand on switched-on origins only", async () => {
    const { origins, manifest } = await on.own.evaluate(async () => ({
      origins: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
      manifest: chrome.runtime.getManifest(),
    }))
    expect(manifest.content_scripts ?? []).toEqual([])
    expect(origins.every(match => match.startsWith("http://localhost:"))).toBe(true)
  })
})
