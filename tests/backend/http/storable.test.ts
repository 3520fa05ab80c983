import { createApp } from "@casepost/backend/app"
import { storable } from "@casepost/backend/http/storable"
import { deeds as draftDeeds } from "@casepost/shared/drafts"
import { describe, expect, it } from "vitest"
import { ask, signedIn } from "../../support/ask.ts"
import { openTestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"

const content = { to: [], cc: [], bcc: [], subject: "", bodyHtml: "", attachmentIds: [] }

describe("does", () => {
  it("take NUL and halves of surrogate pairs out of every text, however deep it lies", () => {
    const sent = { text: "a\0b", list: ["\0", { half: "x\ud800y" }], names: { "k\0": "🦄" } }
    expect(storable(sent)).toEqual({ text: "ab", list: ["", { half: "x\ufffdy" }], names: { k: "🦄" } })
  })
  it("let be what lies deeper than any request of ours", () => {
    const deep = JSON.parse(`${"[".repeat(20_000)}"\\u0000"${"]".repeat(20_000)}`) as unknown
    expect(() => storable(deep)).not.toThrow()
  })
  it("leave everything else as it is", () => {
    const bytes = new Uint8Array([0, 1])
    expect(storable({ number: 0, nothing: null, missing: undefined, bytes })).toEqual({
      number: 0,
      nothing: null,
      missing: undefined,
      bytes,
    })
  })
})

describe("protects", () => {
  it("keeps a draft with text pasted from a broken file", async () => {
    const house = await openTestHouse()
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world)
    const answer = await ask(createApp(house), draftDeeds.saveDraft, {
      authorization: await signedIn(house, world.standard),
      params: { kind: "message", caseKind: "customer", caseId: customer.id },
      body: { content: { ...content, bodyHtml: "<p>Dear\0 Mr \ud800Jansen</p>" }, version: 0, surface: "\0" },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ content: { bodyHtml: "<p>Dear Mr \ufffdJansen</p>" } })
  })
})
