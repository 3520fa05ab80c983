import { uploadAttachment } from "@casepost/backend/attachments/upload-attachment"
import { makeContext } from "@casepost/backend/context"
import { consumeDraft } from "@casepost/backend/drafts/consume-draft"
import { getDraft } from "@casepost/backend/drafts/get-draft"
import { type DraftToSave, saveDraft } from "@casepost/backend/drafts/save-draft"
import { emptyContent } from "@casepost/shared/drafts"
import { beforeAll, describe, expect, it } from "vitest"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"

describe("save-draft", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })

  async function aDraft(changes: Partial<DraftToSave> = {}) {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { name: "De Boer" })
    const draft: DraftToSave = {
      kind: "message",
      caseRef: { kind: "customer", id: customer.id },
      content: {
        ...emptyContent,
        to: [{ kind: "customer", address: "info@jansen.example" }],
        subject: "Half a sub",
        bodyHtml: "<p>Dear</p>",
      },
      version: 0,
      surface: "popup",
      ...changes,
    }
    return { world, customer, draft }
  }
  const withSubject = (draft: DraftToSave, subject: string, version: number) => ({
    ...draft,
    version,
    content: { ...draft.content, subject },
  })

  describe("does", () => {
    it("keep what is being written, also half written, and show it as its case", async () => {
      const { world, customer, draft } = await aDraft()
      const saved = await saveDraft(world.standard, draft)
      expect(saved).toMatchObject({
        kind: "message",
        caseRef: draft.caseRef,
        caseNumber: customer.number,
        customerName: "De Boer",
        content: draft.content,
        version: 1,
        surface: "popup",
      })
      expect(await getDraft(world.standard, draft)).toEqual({ draft: saved })
    })
    it("grow the version with every save", async () => {
      const { world, draft } = await aDraft()
      const first = await saveDraft(world.standard, draft)
      const second = await saveDraft(world.standard, withSubject(draft, "A subject", 1))
      expect([second.id, second.version, second.content.subject]).toEqual([first.id, 2, "A subject"])
    })
    it("keep a message and a note of one case apart", async () => {
      const { world, draft } = await aDraft()
      const message = await saveDraft(world.standard, draft)
      const note = await saveDraft(world.standard, { ...draft, kind: "note" })
      expect(note.id).not.toBe(message.id)
    })
    it("let a restricted user keep a note", async () => {
      const { world, draft } = await aDraft({ kind: "note" })
      await expect(saveDraft(world.restricted, draft)).resolves.toMatchObject({ version: 1 })
    })
    it("name the uploads in it", async () => {
      const { world, draft } = await aDraft()
      const file = await uploadAttachment(world.standard, { name: "a.txt", bytes: new TextEncoder().encode("a") })
      const content = { ...draft.content, attachmentIds: [file.id, "x"] }
      expect((await saveDraft(world.standard, { ...draft, content })).attachments).toEqual([file])
    })
    it("clean its text", async () => {
      const { world, draft } = await aDraft()
      const content = { ...draft.content, bodyHtml: "<p>Dear<script>x()</script></p>" }
      expect((await saveDraft(world.standard, { ...draft, content })).content.bodyHtml).toBe("<p>Dear</p>")
    })
  })

  describe("refuses", () => {
    it("to overwrite what another window saved", async () => {
      const { world, draft } = await aDraft()
      await saveDraft(world.standard, draft)
      await saveDraft(world.standard, withSubject(draft, "Of the side panel", 1))
      await expect(saveDraft(world.standard, withSubject(draft, "Of the popup", 1))).rejects.toMatchObject({
        code: "stale-draft",
      })
      expect((await getDraft(world.standard, draft)).draft?.content.subject).toBe("Of the side panel")
    })
    it("to begin a second draft beside the first", async () => {
      const { world, draft } = await aDraft()
      const answers = await Promise.allSettled([1, 2, 3].map(() => saveDraft(world.standard, draft)))
      expect(answers.filter(answer => answer.status === "fulfilled")).toHaveLength(1)
    })
    it("to bring back a draft that was sent", async () => {
      const { world, draft } = await aDraft()
      const { id } = await saveDraft(world.standard, draft)
      await world.standard.transaction(tx => consumeDraft(world.standard, tx, { id, ...draft, version: 1 }))
      await expect(saveDraft(world.standard, withSubject(draft, "Late", 1))).rejects.toMatchObject({
        code: "stale-draft",
      })
      expect(await getDraft(world.standard, draft)).toEqual({ draft: null })
    })
    it("a restricted user's message, and an API key", async () => {
      const { world, draft } = await aDraft()
      await expect(saveDraft(world.restricted, draft)).rejects.toMatchObject({ code: "not-allowed" })
      const { organisationId, administrationId } = world
      const key = makeContext(house, {
        organisationId,
        actor: { kind: "api-key", keyId: crypto.randomUUID(), name: "Import", administrationIds: [administrationId] },
      })
      await expect(saveDraft(key, draft)).rejects.toMatchObject({ code: "not-allowed" })
    })
  })

  describe("protects", () => {
    it("the names of files she may not see, whatever ids she puts in a draft", async () => {
      const { world, draft } = await aDraft()
      const file = await uploadAttachment(world.admin, { name: "secret.txt", bytes: new TextEncoder().encode("x") })
      const content = { ...draft.content, attachmentIds: [file.id] }
      expect((await saveDraft(world.standard, { ...draft, content })).attachments).toEqual([])
    })
    it("each user's draft from the others", async () => {
      const { world, draft } = await aDraft()
      await saveDraft(world.standard, draft)
      expect(await getDraft(world.admin, draft)).toEqual({ draft: null })
      await expect(saveDraft(world.admin, withSubject(draft, "Mine", 1))).rejects.toMatchObject({ code: "stale-draft" })
      await saveDraft(world.admin, withSubject(draft, "Mine", 0))
      expect((await getDraft(world.standard, draft)).draft?.content.subject).toBe("Half a sub")
    })
    it("another organisation's cases, which look like missing ones", async () => {
      const { draft } = await aDraft()
      const theirs = await makeWorld(house)
      for (const caseRef of [draft.caseRef, { kind: "customer" as const, id: "x" }])
        await expect(saveDraft(theirs.standard, { ...draft, caseRef })).rejects.toMatchObject({ code: "not-found" })
    })
  })
})
