import type { DraftContent } from "@casepost/shared/drafts"
import { emptyContent } from "@casepost/shared/drafts"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { DraftPlace } from "../../../extension/src/drafts/get-draft.ts"

/** The two borders of the keeper: what Chrome keeps, and what the backend answers over the wire. */
const kept = { local: new Map<string, unknown>(), session: new Map<string, unknown>() }
const backend = { draft: undefined as Row | undefined, isReached: true, isAnswerLost: false, saves: 0 }
type Row = { version: number; surface: string; content: DraftContent; leftOut?: string[] }

const place: DraftPlace = { kind: "message", caseRef: { kind: "invoice", id: "i1" }, organisationId: "o1" }
const initial = emptyContent

function area(of: Map<string, unknown>) {
  return {
    get: async (key: string | string[]) =>
      Object.fromEntries([key].flat().flatMap(name => (of.has(name) ? [[name, of.get(name)]] : []))),
    set: async (values: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(values)) of.set(name, structuredClone(value))
    },
    remove: async (key: string) => void of.delete(key),
    setAccessLevel: async () => {},
  }
}

function answered(row: Row) {
  return {
    id: "d1",
    kind: "message",
    caseRef: place.caseRef,
    caseNumber: "VF-2026-04183",
    customerName: "Jansen",
    attachments: [],
    leftOut: [],
    savedAt: "2026-11-23T13:32:00.000Z",
    ...row,
  }
}

async function fakeFetch(_: string, init: RequestInit): Promise<Response> {
  if (!backend.isReached) throw new TypeError("Failed to fetch")
  if (init.method === "GET") return Response.json({ draft: backend.draft ? answered(backend.draft) : null })
  if (init.method === "DELETE") {
    backend.draft = undefined
    return new Response(null, { status: 204 })
  }
  const body = JSON.parse(String(init.body)) as Row
  if (body.version !== (backend.draft?.version ?? 0))
    return Response.json({ code: "stale-draft", detail: "Changed elsewhere." }, { status: 409 })
  backend.saves += 1
  backend.draft = { content: body.content, surface: body.surface, version: body.version + 1 }
  if (backend.isAnswerLost) throw new TypeError("Failed to fetch")
  return Response.json(answered(backend.draft))
}

async function openKeeper() {
  const { makeDraftKeeper } = await import("../../../extension/src/drafts/draft-keeper.ts")
  const keeper = makeDraftKeeper(place, initial)
  await keeper.open()
  return keeper
}
/** Somebody's other tab saves. */
function saveElsewhere(subject: string) {
  backend.draft = {
    content: { ...initial, subject },
    surface: "another tab",
    version: (backend.draft?.version ?? 0) + 1,
  }
}

beforeEach(() => {
  kept.local.clear()
  kept.session.clear()
  Object.assign(backend, { draft: undefined, isReached: true, isAnswerLost: false, saves: 0 })
  vi.stubGlobal("chrome", {
    storage: { local: area(kept.local), session: area(kept.session), managed: { get: async () => ({}) } },
  })
  vi.stubGlobal("fetch", fakeFetch)
})
afterEach(() => vi.unstubAllGlobals())

describe("does", () => {
  it("saves what was typed, and restores it on another surface", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "Delivery note" })
    await keeper.save()
    expect(keeper.read().saving).toBe("saved")
    const other = await openKeeper()
    expect(other.read().content.subject).toBe("Delivery note")
  })

  it("saves nothing until something was typed", async () => {
    const keeper = await openKeeper()
    await keeper.save()
    expect(backend.saves).toBe(0)
    expect(keeper.read().saving).toBe("untouched")
  })

  it("saves what was typed while a save was on its way, right after it", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "one" })
    const first = keeper.save()
    keeper.change({ subject: "two" })
    await first
    await keeper.save()
    expect(backend.draft).toMatchObject({ version: 2, content: { subject: "two" } })
    expect(keeper.read().conflict).toBeUndefined()
  })

  it("gives the draft's id to send under, saving first what is not saved", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "Delivery note" })
    expect(await keeper.settle()).toBe("d1")
    expect(backend.draft?.content.subject).toBe("Delivery note")
  })

  it("keeps a note's recipients, mentions and reminder, and what is no address yet", async () => {
    const reminder = { date: "2026-11-30", time: "", timeZone: "Europe/Amsterdam", recipients: [] }
    const part = {
      noteRecipients: [{ kind: "relation" as const, relationId: "r1" }],
      mentions: ["u1"],
      reminder,
      unfinished: { noteRecipients: ["kuiper@"], cc: ["ap@jansen"] },
    }
    const keeper = await openKeeper()
    keeper.change(part)
    backend.isReached = false
    await keeper.save()
    backend.isReached = true
    const next = await openKeeper()
    await next.save()
    expect(next.read().content).toMatchObject(part)
    expect((await openKeeper()).read().content).toMatchObject(part)
  })

  it("says who was taken out of a draft, and keeps it without them so that it is said once", async () => {
    saveElsewhere("about the delivery note")
    if (backend.draft) backend.draft.leftOut = ["Wouda Advocaten"]
    const keeper = await openKeeper()
    expect(keeper.read().leftOut).toEqual(["Wouda Advocaten"])
    await keeper.save()
    expect(backend.saves).toBe(1)
    keeper.saidLeftOut()
    expect(keeper.read().leftOut).toEqual([])
    expect((await openKeeper()).read().leftOut).toEqual([])
  })

  it("takes in what another tab saved, when nothing was typed here", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "here" })
    await keeper.save()
    saveElsewhere("there")
    await keeper.refresh()
    expect(keeper.read().content.subject).toBe("there")
  })
})

describe("refuses", () => {
  it("never overwrites what another tab saved: it says so, and keeps its own text to copy", async () => {
    const keeper = await openKeeper()
    keeper.change({ bodyHtml: "<p>mine</p>" })
    await keeper.save()
    saveElsewhere("theirs")
    keeper.change({ bodyHtml: "<p>mine, longer</p>" })
    await keeper.save()
    expect(backend.draft?.content.subject).toBe("theirs")
    expect(keeper.read().conflict?.kind).toBe("other-tab")
    keeper.writeHere()
    expect(keeper.read()).toMatchObject({ content: { subject: "theirs" }, mine: "<p>mine, longer</p>" })
  })

  it("says that a draft was sent elsewhere, and goes on with its own text only when asked", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "here" })
    await keeper.save()
    backend.draft = undefined
    keeper.change({ subject: "here too" })
    await keeper.save()
    expect(keeper.read().conflict).toEqual({ kind: "gone" })
    expect(backend.draft).toBeUndefined()
    keeper.writeHere()
    await keeper.save()
    expect(backend.draft).toMatchObject({ content: { subject: "here too" } })
  })

  it("gives no id to send under while the draft is open elsewhere", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "here" })
    await keeper.save()
    saveElsewhere("there")
    keeper.change({ subject: "here again" })
    expect(await keeper.settle()).toBeUndefined()
  })
})

describe("protects", () => {
  it("what was typed when the backend is not reached: kept on this computer, saved by the next surface", async () => {
    const keeper = await openKeeper()
    backend.isReached = false
    keeper.change({ subject: "typed offline" })
    await keeper.save()
    expect(keeper.read().saving).toBe("kept-here")
    backend.isReached = true
    const next = await openKeeper()
    await next.save()
    expect(backend.draft?.content.subject).toBe("typed offline")
    expect(kept.local.size).toBe(0)
  })

  it("its own text from itself: a save whose answer got lost is no other tab's", async () => {
    const keeper = await openKeeper()
    backend.isAnswerLost = true
    keeper.change({ subject: "saved, but not heard of" })
    await keeper.save()
    backend.isAnswerLost = false
    keeper.change({ subject: "typed on" })
    expect(await keeper.settle()).toBe("d1")
    expect(keeper.read().conflict).toBeUndefined()
    expect(backend.draft?.content.subject).toBe("typed on")
  })

  it("what another tab saved after a save whose answer got lost", async () => {
    const keeper = await openKeeper()
    backend.isAnswerLost = true
    keeper.change({ subject: "saved, but not heard of" })
    await keeper.save()
    backend.isAnswerLost = false
    saveElsewhere("there")
    keeper.change({ subject: "typed on" })
    expect(await keeper.settle()).toBeUndefined()
    expect(keeper.read().conflict?.kind).toBe("other-tab")
    expect(backend.draft?.content.subject).toBe("there")
  })

  it("saves nothing any more once the message was sent", async () => {
    const keeper = await openKeeper()
    keeper.change({ subject: "sent" })
    await keeper.settle()
    keeper.consumed()
    backend.draft = undefined
    keeper.change({ subject: "late" })
    await keeper.save()
    expect(backend.draft).toBeUndefined()
  })

  it("keeps unsaved text with the session on a shared computer", async () => {
    vi.resetModules()
    kept.session.set("session", { token: "t", email: "sanne@demo.example" })
    const keeper = await openKeeper()
    backend.isReached = false
    keeper.change({ subject: "private" })
    await keeper.save()
    expect([...kept.local.keys()]).toEqual([])
    expect(kept.session.has("unsaved:o1:message:invoice:i1")).toBe(true)
    vi.resetModules()
  })
})
