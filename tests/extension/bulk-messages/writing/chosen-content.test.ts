import type { StandardMessage } from "@casepost/shared/standard-messages"
import { describe, expect, test } from "vitest"
import { chosenContent } from "../../../../extension/src/bulk-messages/writing/chosen-content.ts"
import { inBoth, noContent } from "../../../support/bulk.ts"

const file = { id: "f1", name: "Payment-details.pdf", contentType: "application/pdf", size: 96 }
const smit = { kind: "relation" as const, relationId: "r1" }
const gone = { kind: "relation" as const, relationId: "r2" }
const standard = {
  id: "s1",
  texts: [
    { language: "nl", subject: null, bodyHtml: "<p>Beste,</p>" },
    { language: "fr", subject: "Rappel", bodyHtml: "<p>Bonjour,</p>" },
  ],
  cc: [
    { recipient: smit, name: "Smit & Hoekstra", available: true },
    { recipient: gone, name: "Wouda", available: false },
  ],
  bcc: [],
  attachments: [file],
  attachInvoicePdf: true,
} as unknown as StandardMessage

describe("does", () => {
  test("brings the texts of all languages, its copies and its files", () => {
    const { content, attachments } = chosenContent(noContent, standard, [])
    expect(content.texts?.map(text => text.language)).toEqual(["nl", "fr"])
    expect(content).toMatchObject({
      standardMessageId: "s1",
      cc: [smit],
      attachmentIds: ["f1"],
      attachInvoicePdf: true,
    })
    expect(attachments).toEqual([file])
  })

  test("leaves the subject that stands there where it has none of its own", () => {
    const { content } = chosenContent(inBoth("My subject", ""), standard, [])
    expect(content.texts?.map(text => text.subject)).toEqual(["My subject", "Rappel"])
  })
})

describe("refuses", () => {
  test("to add who is no longer available, and names them", () => {
    expect(chosenContent(noContent, standard, []).leftOut).toEqual(["Wouda"])
  })
})

describe("protects", () => {
  test("who stands there already from standing there twice", () => {
    const { content, attachments } = chosenContent({ ...noContent, bcc: [smit] }, standard, [file])
    expect(content.cc).toEqual([])
    expect(content.bcc).toEqual([smit])
    expect(attachments).toEqual([file])
  })
})
