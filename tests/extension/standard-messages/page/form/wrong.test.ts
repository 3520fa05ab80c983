import { describe, expect, it } from "vitest"
import { Refusal } from "../../../../../extension/src/api/refusal.ts"
import { bodyOf, type Written, writtenOf } from "../../../../../extension/src/standard-messages/page/form/written.ts"
import { firstWrong, refusedLanguage, wrongIn } from "../../../../../extension/src/standard-messages/page/form/wrong.ts"

const write = (change: Partial<Written>): Written => ({
  ...writtenOf(undefined),
  description: "Reminder",
  texts: { en: { subject: "", bodyHtml: "<p>Dear {{contact.name}}</p>" } },
  ...change,
})
const untried = { error: null, sent: undefined, isTried: false }
const wrongOf = (written: Written, tried: Parameters<typeof wrongIn>[2] = { ...untried, isTried: true }) =>
  wrongIn(written, bodyOf(written, []), tried)

describe("does", () => {
  it("finds nothing wrong with a description and a text", () => {
    const written = write({})
    const wrong = wrongOf(written)
    expect(wrong.description).toBeUndefined()
    expect(firstWrong(written, wrong, "nl")).toBeUndefined()
  })
  it("shows what the server said about a language in that language", () => {
    const written = write({
      texts: { nl: { subject: "", bodyHtml: "<p>Hallo</p>" }, en: { subject: "", bodyHtml: "<p>Hi</p>" } },
    })
    const sent = bodyOf(written, [])
    const error = new Refusal("placeholder-unknown", "x", {
      fields: [{ path: "texts.1.bodyHtml", detail: "No {{x}}." }],
    })
    const wrong = wrongOf(written, { error, sent, isTried: true })
    expect(wrong.texts.en?.bodyHtml).toBe("No {{x}}.")
    expect(wrong.texts.nl?.bodyHtml).toBeUndefined()
    expect(refusedLanguage(error, sent)).toBe("en")
    const changed = write({ texts: { ...written.texts, en: { subject: "", bodyHtml: "<p>Changed</p>" } } })
    expect(wrongOf(changed, { error, sent, isTried: true }).texts.en?.bodyHtml).toBeUndefined()
  })
})

describe("refuses", () => {
  it("a text without a description, once saving was tried", () => {
    expect(wrongOf(write({ description: " " })).description).toBe("Fill in a description.")
    expect(wrongOf(write({ description: "" }), untried).description).toBeUndefined()
  })
  it("nothing written in any language", () => {
    const written = write({ texts: {} })
    expect(firstWrong(written, wrongOf(written), "nl")).toBe("nl")
  })
  it("a subject without a text", () => {
    const written = write({ texts: { de: { subject: "Rechnung", bodyHtml: "" } } })
    expect(wrongOf(written).texts.de?.bodyHtml).toContain("Deutsch")
  })
  it("a placeholder that does not exist, at once and where it stands", () => {
    const written = write({ texts: { en: { subject: "{{invoce.number}}", bodyHtml: "<p>x</p>" } } })
    expect(wrongOf(written, untried).texts.en?.subject).toContain("{{invoce.number}} is not a placeholder")
    expect(firstWrong(written, wrongOf(written), "nl")).toBe("en")
  })
})
