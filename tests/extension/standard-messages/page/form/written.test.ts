import type { StandardMessage } from "@casepost/shared/standard-messages"
import { describe, expect, it } from "vitest"
import {
  bodyOf,
  hasWords,
  writtenIn,
  writtenOf,
} from "../../../../../extension/src/standard-messages/page/form/written.ts"

const now = "2026-11-23T13:36:00.000Z"
const message: StandardMessage = {
  id: "a",
  administrationId: "b",
  description: "Second reminder, friendly",
  attachInvoicePdf: true,
  uses: 3,
  lastUsedAt: now,
  archivedAt: null,
  updatedAt: now,
  texts: [
    { language: "nl", subject: null, bodyHtml: "<p>Beste {{contact.name|heer of mevrouw}},</p>" },
    { language: "en", subject: "Invoice {{invoice.number}}", bodyHtml: "<p>Dear {{contact.name}},</p>" },
  ],
  cc: [
    { recipient: { kind: "relation", relationId: "smit" }, name: "Smit & Hoekstra", available: true },
    { recipient: { kind: "colleague", userId: "gone" }, name: "Els Kok", available: false },
  ],
  bcc: [{ recipient: { kind: "typed", address: "archief@vdm.example" }, name: "archief@vdm.example", available: true }],
  attachments: [],
  usedIn: { drafts: 0, scheduled: 0, bulkMessages: 0 },
  version: 1,
}

describe("does", () => {
  it("keeps who is no longer available apart from who can be picked", () => {
    const { cc } = writtenOf(message)
    expect(cc.picked.recipients).toEqual([{ kind: "relation", relationId: "smit" }])
    expect(cc.picked.names).toEqual({ smit: "Smit & Hoekstra" })
    expect(cc.gone.map(one => one.name)).toEqual(["Els Kok"])
  })
  it("leaves out languages nothing is written in", () => {
    const written = {
      ...writtenOf(message),
      texts: { ...writtenOf(message).texts, de: { subject: " ", bodyHtml: "<p> </p>" } },
    }
    expect(writtenIn(written.texts)).toEqual(["nl", "en"])
    expect(bodyOf(written, []).texts.map(text => text.language)).toEqual(["nl", "en"])
  })
  it("knows a text of only a placeholder as written", () => {
    expect(hasWords("<p>{{openInvoices.table}}</p>")).toBe(true)
    expect(hasWords("<p>&nbsp;</p>")).toBe(false)
  })
  it("saves an empty subject as none", () => {
    expect(bodyOf(writtenOf(message), []).texts[0]?.subject).toBeNull()
  })
})

describe("protects", () => {
  it("saves what was only opened as it was, those no longer available too", () => {
    const body = bodyOf(writtenOf(message), ["file"])
    expect(body).toEqual({
      description: message.description,
      texts: message.texts,
      cc: message.cc.map(one => one.recipient),
      bcc: message.bcc.map(one => one.recipient),
      attachmentIds: ["file"],
      attachInvoicePdf: true,
    })
  })
})
