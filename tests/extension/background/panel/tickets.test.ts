import type { Frame, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { extensionOnPages, type OnPages } from "../../../support/host-pages/on-pages.ts"
import { ourWorld } from "../../../support/host-pages/our-world.ts"
import { plainPages } from "../../../support/host-pages/pages.ts"
import { hasPanel, openPanel } from "../../../support/panel.ts"

let on: OnPages
let page: Page
let frame: Frame

beforeAll(async () => {
  on = await extensionOnPages(plainPages)
  page = await on.visit("/")
  frame = await openPanel(page)
  await frame.getByText("Jansen & Zonen").first().waitFor()
})
afterAll(() => on?.close())

type Values = { purpose?: string; tabId?: number; until?: number }

/** A ticket as the worker keeps it, for the tab of the page. */
async function keepTicket(values: Values = {}): Promise<string> {
  const ticket = crypto.randomUUID().replaceAll("-", "")
  const tabId = await frame.evaluate(() => chrome.tabs.getCurrent().then(tab => tab?.id ?? 0))
  const kept = {
    purpose: "panel",
    tabId,
    openerFrameId: 0,
    openerDocumentId: "",
    until: Date.now() + 20_000,
    ...values,
  }
  await on.own.evaluate(([key, value]) => chrome.storage.session.set({ [key as string]: value }), [
    `ticket:${ticket}`,
    kept,
  ] as const)
  return ticket
}

function redeem(from: Page | Frame, ticket: unknown) {
  return (from as Frame).evaluate(asked => chrome.runtime.sendMessage({ kind: "redeem-ticket", ticket: asked }), ticket)
}

describe("does", () => {
  it("grant a frame of ours what its ticket was made for", async () => {
    const grant = await redeem(frame, await keepTicket())
    expect(grant).toMatchObject({ purpose: "panel", openerFrameId: 0 })
    expect(grant).not.toHaveProperty("until")
    expect(grant).not.toHaveProperty("openerDocumentId")
  })
  it("outlives the worker: what was kept is in the session of the browser", async () => {
    const kept = await on.own.evaluate(() => chrome.storage.session.get(null))
    expect(Object.keys(kept).some(key => key.startsWith("grant:"))).toBe(true)
  })
})

describe("refuses", () => {
  it("a second time, even in the same moment", async () => {
    const ticket = await keepTicket()
    const answers = await frame.evaluate(
      asked =>
        Promise.all(
          [1, 2, 3].map(() =>
            chrome.runtime.sendMessage({ kind: "redeem-ticket", ticket: asked }).then(answer => answer ?? null),
          ),
        ),
      ticket,
    )
    expect(answers.filter(answer => answer !== null)).toHaveLength(1)
    expect(await redeem(frame, ticket)).toBeFalsy()
  })
  it("after its time, for another tab, for another purpose", async () => {
    expect(await redeem(frame, await keepTicket({ until: Date.now() - 1 }))).toBeFalsy()
    expect(await redeem(frame, await keepTicket({ tabId: 1 }))).toBeFalsy()
    expect(await redeem(frame, await keepTicket({ purpose: "recipients" }))).toBeFalsy()
  })
  it("what is no ticket, or one that nobody made", async () => {
    for (const ticket of [undefined, "", 1, {}, "0".repeat(32), "0".repeat(33), "__proto__"])
      expect(await redeem(frame, ticket)).toBeFalsy()
  })
  it("a page of ours that stands by itself, and leaves the ticket good", async () => {
    const ticket = await keepTicket()
    const { page: alone } = await on.open("tabs/compose.html")
    expect(await redeem(alone, ticket)).toBeFalsy()
    expect(await redeem(on.own, ticket)).toBeFalsy()
    await alone.close()
    expect(await redeem(frame, ticket)).toMatchObject({ purpose: "panel" })
  })
  it("a script in a host page, ours or not", async () => {
    const ticket = await keepTicket()
    const world = await ourWorld(page)
    const asked = `chrome.runtime.sendMessage({ kind: "redeem-ticket", ticket: "${ticket}" }).then(answer => answer ?? null, () => null)`
    expect(await world(asked)).toBeNull()
    expect(await redeem(frame, ticket)).toMatchObject({ purpose: "panel" })
  })
})

describe("protects", () => {
  it("calls from senders that they do not belong to", async () => {
    const world = await ourWorld(page)
    const fromHost = (call: object) =>
      world(`chrome.runtime.sendMessage(${JSON.stringify(call)}).then(answer => answer ?? null, () => null)`)
    const from = (where: Page | Frame, call: object) =>
      (where as Frame).evaluate(
        told =>
          chrome.runtime.sendMessage(told).then(
            answer => answer ?? null,
            () => null,
          ),
        call,
      )
    expect(await fromHost({ kind: "launcher-ready" })).toMatchObject({ top: expect.any(Number) })
    expect(await from(frame, { kind: "launcher-ready" })).toBeNull()
    expect(await from(on.own, { kind: "launcher-ready" })).toBeNull()
    expect(await from(frame, { kind: "panel-again" })).toBeNull()
    expect(await from(on.own, { kind: "field-pressed" })).toBeNull()
    expect(await fromHost({ kind: "field-pressed" })).toMatch(/^[0-9a-f]{32}$/)
    expect(await fromHost({ kind: "launcher-ready", more: 1 })).toBeNull()
    expect(await fromHost({ kind: "toString" })).toBeNull()
    expect(await fromHost([])).toBeNull()
    await fromHost({ kind: "close-frame" })
    await fromHost({ kind: "cases-found", cases: 3 })
    await from(on.own, { kind: "close-frame" })
    await page.waitForTimeout(300)
    expect(hasPanel(page)).toBe(true)
  })
  it("what is kept from scripts in pages: they read none of it", async () => {
    const world = await ourWorld(page)
    const read = (area: string) => world<string>(`chrome.storage.${area}.get(null).then(() => "read", () => "refused")`)
    expect([await read("local"), await read("session")]).toEqual(["refused", "refused"])
  })
  it("a panel that a script of a host page asks for again without having had one, and a fourth time", async () => {
    const other = await on.visit("/other")
    await expect.poll(async () => (await ourWorld(other))("1").catch(() => 0)).toBe(1)
    const again = `chrome.runtime.sendMessage({ kind: "panel-again" }).then(answer => answer ?? null)`
    expect(await (await ourWorld(other))(again)).toBeNull()
    const world = await ourWorld(page)
    const tickets = [await world(again), await world(again), await world(again)]
    expect(new Set(tickets).size).toBe(3)
    expect(await world(again)).toBeNull()
    await other.close()
  })
})
