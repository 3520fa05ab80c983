/** Which frames of a tab are read, through the built extension: pages that a frame of theirs must not keep from being recognised. */
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { extensionOnPages, type OnPages } from "../../../support/host-pages/on-pages.ts"
import { invoicePage } from "../../../support/host-pages/serve-pages.ts"
import { openPanel } from "../../../support/panel.ts"

let on: OnPages
let page: Page
/** Begins a document and never ends it. */
let endless: Server
beforeAll(async () => {
  on = await extensionOnPages({ "/": { html: invoicePage() } })
  endless = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "text/html" })
    answer.write(`<!doctype html><p>Begun${" ".repeat(4_000)}`)
  })
  await new Promise<void>(resolve => endless.listen(0, "localhost", resolve))
}, 240_000)
afterEach(() => page.close())
afterAll(async () => {
  await on?.close()
  endless.closeAllConnections()
  endless.close()
})

describe("protects", () => {
  it("a page with a frame that never ends loading", async () => {
    page = await on.visit("/")
    const { port } = endless.address() as AddressInfo
    await page.evaluate(source => {
      document.body.append(Object.assign(document.createElement("iframe"), { src: source }))
    }, `http://localhost:${port}/`)
    await page.getByText("Remark").waitFor()
    await page.frameLocator("iframe").getByText("Begun").waitFor()
    const panel = await openPanel(page)
    const reason = panel.getByText("Recognised from the page title")
    await expect.poll(() => reason.isVisible()).toBe(true)
  })
})
