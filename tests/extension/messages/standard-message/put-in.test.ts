import { type DraftContent, emptyContent } from "@casepost/shared/drafts"
import type { ChosenStandardMessage } from "@casepost/shared/standard-messages"
import { describe, expect, test } from "vitest"
import { takeOut } from "../../../../extension/src/messages/standard-message/brought.ts"
import { type Manner, putIn, typedIn } from "../../../../extension/src/messages/standard-message/put-in.ts"

const nobody = { byToken: new Map(), byAddress: new Map() }
const pdf = {
  id: "pdf",
  name: "VF-1.pdf",
  contentType: "application/pdf",
  size: 100,
} as ChosenStandardMessage["attachments"][number]
const mine = { ...pdf, id: "mine", name: "Delivery-note.pdf" }
const bailiff = { kind: "relation", relationId: "bailiff" } as const
const kuiper = { kind: "relation", relationId: "kuiper" } as const

const chosen: ChosenStandardMessage = {
  id: "second",
  description: "Second reminder",
  language: "en",
  fallbackFrom: null,
  subject: "Invoice {{invoice.number}} is still open",
  bodyHtml: "<p>Dear {{contact.name}},</p>",
  cc: [bailiff],
  bcc: [],
  names: { bailiff: "Smit & Hoekstra" },
  leftOut: [],
  attachments: [],
  invoicePdf: pdf,
  invoicePdfMissing: false,
}
const other: ChosenStandardMessage = {
  ...chosen,
  id: "other",
  subject: null,
  bodyHtml: "<p>Other</p>",
  cc: [],
  invoicePdf: null,
}

function written(values: Partial<DraftContent> = {}, files = [] as (typeof pdf)[]) {
  return { content: { ...emptyContent, ...values, attachmentIds: files.map(file => file.id) }, files }
}
const put = (into: ReturnType<typeof written>, manner: Manner = "replace", what = chosen) =>
  putIn(into, { chosen: what, manner }, nobody)

describe("does", () => {
  test("puts in subject, text, copies with their names, and files, and says what came with it", () => {
    const { content, files, brought } = put(written())
    expect(content).toMatchObject({
      subject: chosen.subject,
      bodyHtml: chosen.bodyHtml,
      cc: [bailiff],
      names: { bailiff: "Smit & Hoekstra" },
      attachmentIds: ["pdf"],
      standardMessageId: "second",
    })
    expect(files).toEqual([pdf])
    expect(brought).toMatchObject({ cc: ["relation:bailiff"], fileIds: ["pdf"], standardMessageId: "second" })
  })
  test("puts its text above what was typed, whose subject stays", () => {
    const { content } = put(written({ subject: "Mine", bodyHtml: "<p>My words</p>" }), "above")
    expect(content).toMatchObject({ subject: "Mine", bodyHtml: `${chosen.bodyHtml}<p>My words</p>` })
  })
  test("takes out again what came with it", () => {
    const before = written({ cc: [kuiper] }, [mine])
    const { brought, ...after } = put(before)
    const left = takeOut(after, brought)
    expect(left.files).toEqual([mine])
    expect(left.content).toMatchObject({
      subject: "",
      bodyHtml: "",
      cc: [kuiper],
      attachmentIds: ["mine"],
      standardMessageId: null,
    })
  })
  test("leaves the subject as it is where it has none of its own", () => {
    expect(put(written({ subject: "Mine" }), "replace", other).content.subject).toBe("Mine")
    expect(typedIn(written({ subject: "Mine" }).content, other)).toEqual({ subject: false, text: false })
  })
})

describe("refuses", () => {
  test("to count an empty text as typed, and counts words and a lone placeholder", () => {
    expect(typedIn(written({ bodyHtml: "<p>&nbsp;</p>" }).content, chosen).text).toBe(false)
    expect(typedIn(written({ bodyHtml: "<p>Hello</p>" }).content, chosen).text).toBe(true)
    expect(typedIn(written({ bodyHtml: "<p>{{user.name}}</p>" }).content, chosen).text).toBe(true)
  })
  test("to name anybody twice", () => {
    const { content, brought } = put(
      written({ to: [{ kind: "customer", address: "info@jansen.example" }], cc: [bailiff] }),
    )
    expect(content.cc).toEqual([bailiff])
    expect(brought.cc).toEqual([])
  })
})

describe("protects", () => {
  test("the subject of a reply, whatever was chosen", () => {
    const { content, brought } = put(written({ subject: "Re: Delivery note" }))
    expect(content.subject).toBe("Re: Delivery note")
    expect(brought.subject).toBeUndefined()
    expect(typedIn(written({ subject: "Re: Delivery note" }).content, chosen).subject).toBe(false)
  })
  test("what was touched since: a changed subject, a changed text, a file of one's own", () => {
    const { brought, ...after } = put(written({}, [mine]))
    const touched = { ...after, content: { ...after.content, subject: "Changed", bodyHtml: "<p>Dear Peter,</p>" } }
    expect(takeOut(touched, brought).content).toMatchObject({
      subject: "Changed",
      bodyHtml: "<p>Dear Peter,</p>",
      attachmentIds: ["mine"],
      cc: [],
    })
  })
  test("what was written under the text when another is chosen", () => {
    const { brought, ...after } = put(written())
    const under = { ...after, content: { ...after.content, bodyHtml: `${chosen.bodyHtml}<p>Under it</p>` } }
    expect(takeOut(under, brought).content.bodyHtml).toBe("<p>Under it</p>")
  })
})
