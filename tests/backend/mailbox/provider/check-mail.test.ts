import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

async function refusal(change: object) {
  const { resend, mails } = await startMailbox()
  const { error } = await resend.emails.send({ ...letter, ...change } as never)
  expect(await mails()).toEqual([])
  return error
}

describe("does", () => {
  it.each([
    "info@jansen.example",
    "Jansen <info@jansen.example>",
    '"Jansen, Piet" <info@jansen.example>',
    "o'neill+invoices@sub.jansen-bouw.example",
  ])("takes %s", async to => {
    const { resend } = await startMailbox()
    expect((await resend.emails.send({ ...letter, to })).error).toBeNull()
  })

  it("takes fifty recipients", async () => {
    const { resend } = await startMailbox()
    const to = Array.from({ length: 50 }, (_, index) => `r${index}@jansen.example`)
    expect((await resend.emails.send({ ...letter, to })).error).toBeNull()
  })
})

describe("refuses", () => {
  it.each(["from", "to", "subject"])("a mail without %s", async field => {
    expect(await refusal({ [field]: undefined })).toMatchObject({
      name: "missing_required_field",
      statusCode: 422,
      message: `Missing \`${field}\` field.`,
    })
  })

  it("a mail that says nothing", async () => {
    expect(await refusal({ html: undefined, text: undefined })).toMatchObject({ name: "missing_required_field" })
  })

  it.each([
    "jansen",
    "jansen@",
    "@jansen.example",
    "a@b",
    "a..b@jansen.example",
    "a b@jansen.example",
    "Jansen <a@b.c",
    "é@jansen.example",
    "",
  ])("%j as an address", async address => {
    expect(await refusal({ to: address })).toMatchObject({
      name: "validation_error",
      statusCode: 422,
      message: expect.stringContaining("Invalid `to` field"),
    })
  })

  it("fifty-one recipients", async () => {
    const to = Array.from({ length: 51 }, (_, index) => `r${index}@jansen.example`)
    expect(await refusal({ to })).toMatchObject({ name: "validation_error", message: expect.stringContaining("50") })
  })

  it.each(["a b", "é", "", "x".repeat(257)])("a tag that says %j", async value => {
    expect(await refusal({ tags: [{ name: "kind", value }] })).toMatchObject({ name: "validation_error" })
  })
})

describe("protects", () => {
  it.each([
    { subject: "Invoice\r\nBcc: thief@elsewhere.example" },
    { from: "Sanne\nBcc: thief@elsewhere.example <sanne@vdmbouw.example>" },
    { to: "info@jansen.example\r\n" },
    { headers: { References: "<a@b>\r\nBcc: thief@elsewhere.example" } },
    { headers: { "X-Note: yes\r\nBcc": "thief@elsewhere.example" } },
    { replyTo: "info@jansen.example\nBcc: thief@elsewhere.example" },
  ])("lets no header in by a line break: %j", async change => {
    expect(await refusal(change)).toMatchObject({ name: "validation_error", statusCode: 422 })
  })
})
