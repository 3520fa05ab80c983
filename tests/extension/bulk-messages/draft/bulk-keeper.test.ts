import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { inBoth, noContent } from "../../../support/bulk.ts"

/** The two borders of the keeper: what Chrome keeps, and what the backend answers over the wire. */
const kept = new Map<string, unknown>()
const backend = { message: undefined as unknown as BulkMessage, isReached: true, saves: 0 }

const area = {
  get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
  set: async (values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values)) kept.set(name, structuredClone(value))
  },
  remove: async (key: string) => void kept.delete(key),
  setAccessLevel: async () => {},
}

const opened: BulkMessage = {
  id: "b1",
  state: "writing",
  name: "",
  kind: "invoice",
  administrationIds: ["a1"],
  administrationNames: ["VDM"],
  byUserId: "u1",
  byName: "Sanne de Wit",
  mine: true,
  content: noContent,
  attachments: [],
  version: 1,
  total: 2,
  checked: 2,
  checks: { ready: 2 },
  languages: { nl: 2 },
  messages: 2,
  mails: 2,
  portalOnly: 0,
  missing: [],
  warnings: [],
  seconds: 1,
  results: {},
  answered: 0,
  retryable: 0,
  ratePerMinute: null,
  secondsLeft: null,
  leavesAt: null,
  startedAt: null,
  finishedAt: null,
  createdAt: "2026-11-23T13:30:00.000Z",
  savedAt: "2026-11-23T13:32:00.000Z",
}

async function fakeFetch(_: string, init: RequestInit): Promise<Response> {
  if (!backend.isReached) throw new TypeError("Failed to fetch")
  const body = JSON.parse(String(init.body)) as Pick<BulkMessage, "version" | "content">
  if (body.version !== backend.message.version)
    return Response.json({ code: "stale-draft", detail: "Changed elsewhere." }, { status: 409 })
  backend.saves += 1
  backend.message = { ...backend.message, content: body.content, version: body.version + 1 }
  return Response.json(backend.message)
}

async function openKeeper(message = backend.message) {
  const { makeBulkKeeper } = await import("../../../../extension/src/bulk-messages/draft/bulk-keeper.ts")
  const keeper = makeBulkKeeper(message, { onSaved: () => {}, readNow: async () => backend.message })
  await keeper.open()
  return keeper
}

beforeEach(() => {
  kept.clear()
  Object.assign(backend, { message: opened, isReached: true, saves: 0 })
  vi.stubGlobal("chrome", {
    storage: {
      local: area,
      session: { ...area, get: async () => ({}) },
      managed: { get: async () => ({}) },
      onChanged: { addListener: () => {} },
    },
  })
  vi.stubGlobal("fetch", fakeFetch)
  vi.spyOn(console, "error").mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe("does", () => {
  test("saves what was written, and gives the version to send", async () => {
    const keeper = await openKeeper()
    keeper.change(inBoth("Pay", "<p>Please.</p>"))
    expect(await keeper.settle()).toBe(2)
    expect(backend.message.content.texts).toHaveLength(2)
    expect(keeper.read().saving).toBe("saved")
  })

  test("keeps it on this computer while nothing answers, and saves it later", async () => {
    const keeper = await openKeeper()
    backend.isReached = false
    keeper.change(inBoth("Kept", "<p>Words.</p>"))
    expect(await keeper.settle()).toBeUndefined()
    expect(keeper.read().saving).toBe("kept-here")
    backend.isReached = true
    const again = await openKeeper()
    expect(again.read().content.texts[0]?.subject).toBe("Kept")
    expect(await again.settle()).toBe(2)
  })
})

describe("protects", () => {
  test("what was saved in another tab, and what was typed here", async () => {
    const keeper = await openKeeper()
    backend.message = { ...opened, content: inBoth("Theirs", "<p>Theirs.</p>"), version: 2 }
    keeper.change(inBoth("Mine", "<p>Mine.</p>"))
    expect(await keeper.settle()).toBeUndefined()
    expect(backend.message.content.texts[0]?.subject).toBe("Theirs")
    backend.message = { ...opened, content: inBoth("Later", "<p>Later.</p>"), version: 3 }
    await keeper.takeNewer()
    expect(keeper.read()).toMatchObject({ content: inBoth("Later", "<p>Later.</p>"), mine: { texts: [{}, {}] } })
  })

  test("what was sent off from being saved once more", async () => {
    const keeper = await openKeeper()
    keeper.consumed()
    keeper.change(inBoth("Late", "<p>Late.</p>"))
    await keeper.save()
    expect(backend.saves).toBe(0)
  })
})
