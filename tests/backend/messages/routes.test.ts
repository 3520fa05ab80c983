import { createApp } from "@casepost/backend/app"
import { messages } from "@casepost/backend/messages/tables"
import { deeds as attachmentDeeds, mostFileBytes } from "@casepost/shared/attachments"
import { deeds as draftDeeds } from "@casepost/shared/drafts"
import { deeds } from "@casepost/shared/messages"
import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { ask, codeOf, signedIn } from "../../support/ask.ts"
import { drafting } from "../../support/drafts.ts"
import { openTestHouse, type TestHouse } from "../../support/house.ts"
import { makeCustomer, makeWorld } from "../../support/make.ts"
import { writing } from "../../support/messages.ts"

const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF")

describe("messages over HTTP", () => {
  let house: TestHouse
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    house = await openTestHouse()
    app = createApp(house)
  })

  async function aCase() {
    const world = await makeWorld(house)
    const customer = await makeCustomer(house, world, { address: "info@jansen.example" })
    const asked = { authorization: await signedIn(house, world.standard), organisationId: world.organisationId }
    return { world, asked, caseRef: { kind: "customer" as const, id: customer.id } }
  }
  const upload = (asked: object, name: string, bytes: Uint8Array) =>
    ask(app, attachmentDeeds.uploadAttachment, { ...asked, query: { name }, bytes })

  describe("does", () => {
    it("upload, draft, send, give the same answer again, and undo", async () => {
      const { asked, caseRef } = await aCase()
      const uploaded = await upload(asked, "VF-1.pdf", pdf)
      expect(uploaded.status).toBe(201)
      const attachmentIds = [(uploaded.body as { id: string }).id]
      const place = { kind: "message", caseKind: caseRef.kind, caseId: caseRef.id } as const
      const { content, version, surface } = drafting(caseRef, { attachmentIds })
      const saved = await ask(app, draftDeeds.saveDraft, {
        ...asked,
        params: place,
        body: { content, version, surface },
      })
      expect(saved.status).toBe(200)
      const draftId = (saved.body as { id: string }).id
      const body = writing(caseRef, {
        to: [{ kind: "customer", address: "Info@Jansen.example" }],
        attachmentIds,
        draftId,
      })
      const sent = await ask(app, deeds.sendMessage, { ...asked, body })
      expect([sent.status, sent.body]).toMatchObject([201, { state: "held", mails: 1 }])
      expect((await ask(app, deeds.sendMessage, { ...asked, body })).body).toEqual(sent.body)
      const params = { id: (sent.body as { id: string }).id }
      const undone = await ask(app, deeds.undoMessage, { ...asked, params })
      expect([undone.status, undone.body]).toMatchObject([200, { caseRef }])
    })
    it("give the same message to a repeated Idempotency-Key", async () => {
      const { asked, caseRef } = await aCase()
      const send = (subject: string) =>
        ask(app, deeds.sendMessage, {
          ...asked,
          headers: { "idempotency-key": `key-${caseRef.id}` },
          body: writing(caseRef, { subject }),
        })
      const first = await send("Hello")
      expect((await send("Hello")).body).toEqual(first.body)
      expect(codeOf(await send("Another text"))).toBe("idempotency-mismatch")
      const written = await house.database.owner.select().from(messages).where(eq(messages.caseId, caseRef.id))
      expect(written).toHaveLength(1)
    })
    it("hand an attachment out as a download that no browser opens in our place", async () => {
      const { asked } = await aCase()
      const { id } = (await upload(asked, 'Fact"uur é.pdf', pdf)).body as { id: string }
      const answer = await ask(app, attachmentDeeds.readAttachment, { ...asked, params: { id } })
      expect(answer.headers.get("content-disposition")).toBe(
        "attachment; filename=\"Fact_uur _.pdf\"; filename*=UTF-8''Fact_uur%20%C3%A9.pdf",
      )
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
      expect(answer.headers.get("content-security-policy")).toContain("sandbox")
    })
  })

  describe("refuses", () => {
    it("line breaks in subject and names, and addresses that cannot exist, all at once and by field", async () => {
      const { asked, caseRef } = await aCase()
      const answer = await ask(app, deeds.sendMessage, {
        ...asked,
        body: writing(caseRef, {
          subject: "Hello\r\nBcc: all@world.example",
          to: [{ kind: "typed", address: "ap@jansen" }],
          cc: [{ kind: "typed", address: "a@b.example", name: "Els\nX: y" }],
        }),
      })
      expect(answer.status).toBe(422)
      const { fields } = answer.body as { fields: { path: string; detail: string }[] }
      expect(fields.map(field => field.path).sort()).toEqual(["cc.0.name", "subject", "to.0.address"])
    })
    it("a file over the limit before it is read whole", async () => {
      const { asked } = await aCase()
      const answer = await upload(asked, "big.txt", new Uint8Array(mostFileBytes + 2_000_000))
      expect([answer.status, codeOf(answer)]).toEqual([413, "too-large"])
    })
    it("a disguised program", async () => {
      const { asked } = await aCase()
      expect(codeOf(await upload(asked, "invoice.pdf", new TextEncoder().encode("MZ\0 and so on")))).toBe(
        "attachment-refused",
      )
    })
  })

  describe("protects", () => {
    it("messages of another organisation with the very answer of one that is missing", async () => {
      const { asked, caseRef } = await aCase()
      const { id } = (await ask(app, deeds.sendMessage, { ...asked, body: writing(caseRef) })).body as { id: string }
      const theirs = await aCase()
      const answers = []
      for (const one of [id, "0198f7a5-0000-7000-8000-000000000000", "x"]) {
        const { status, body } = await ask(app, deeds.undoMessage, { ...theirs.asked, params: { id: one } })
        answers.push(JSON.stringify([status, { ...(body as object), requestId: "" }]))
      }
      expect(new Set(answers).size).toBe(1)
    })
  })
})
