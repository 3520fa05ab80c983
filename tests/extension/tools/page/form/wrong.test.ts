import { describe, expect, test } from "vitest"
import { Refusal } from "../../../../../extension/src/api/refusal"
import { bodyOf, emptyCode, patternRow, writtenOf } from "../../../../../extension/src/tools/page/form/written"
import { isAnyWrong, wrongIn } from "../../../../../extension/src/tools/page/form/wrong"

const start = { name: "Grootboek", address: "https://app.grootboek.example" }
const written = writtenOf(start)
const wrongOf = (change: Partial<typeof written>, isTried = true) => {
  const now = { ...written, ...change }
  return wrongIn(now, { error: null, sent: undefined, isTried, body: bodyOf(now, true) })
}

describe("does", () => {
  test("finds nothing wrong with a name and an address", () => {
    expect(isAnyWrong(wrongOf({}))).toBe(false)
  })

  test("leaves out of what is saved the rows nobody filled in, and what belongs to another choice", () => {
    const codes = [{ ...emptyCode(), code: " nl ", administrationId: "a" }, emptyCode()]
    const now = { ...written, codes, administrationId: "a", patterns: [patternRow(" VF-#### "), patternRow()] }
    expect(bodyOf(now, true)).toMatchObject({
      administrationId: null,
      administrationCodes: [],
      numberPatterns: ["VF-####"],
    })
    expect(bodyOf({ ...now, administrationBy: "address" }, true)).toMatchObject({
      administrationId: null,
      administrationCodes: [{ code: "nl", administrationId: "a" }],
    })
  })

  test("shows what the server refused beside its field until that field is changed", () => {
    const error = new Refusal("invalid", "No.", { fields: [{ path: "administrationId", detail: "It is gone." }] })
    const sent = { ...written, administrationBy: "fixed" as const, administrationId: "a" }
    const of = (administrationId: string) => {
      const now = { ...sent, administrationId }
      return wrongIn(now, { error, sent: bodyOf(sent, true), isTried: true, body: bodyOf(now, true) })
    }
    expect(of("a").administration).toBe("It is gone.")
    expect(of("b").administration).toBeUndefined()
  })
})

describe("refuses", () => {
  test.each([
    ["no name", { name: " " }, "name"],
    ["no address", { address: "" }, "address"],
    ["an address without encryption", { address: "http://a.example" }, "address"],
    ["doing nothing", { readsCases: false }, "use"],
    ["a fixed administration that was not chosen", { administrationBy: "fixed" as const }, "administration"],
    ["an administration from an address that names none", { administrationBy: "address" as const }, "administration"],
  ])("%s", (_, change, field) => {
    expect(wrongOf(change)).toHaveProperty(field, expect.any(String))
  })

  test("a code that stands there twice, in whatever case", () => {
    const codes = ["NL", "nl"].map(code => ({ ...emptyCode(), code, administrationId: "a" }))
    const address = "https://a.example/{administration}"
    const { codes: wrong, administration } = wrongOf({ administrationBy: "address", address, codes })
    expect(Object.values(wrong)).toEqual(["nl stands here twice."])
    expect(administration).toBeUndefined()
  })
})

describe("protects", () => {
  test("somebody who is still typing from being told off", () => {
    expect(isAnyWrong(wrongOf({ name: "", address: "http", patterns: [patternRow("V")] }, false))).toBe(false)
  })

  test("what belongs to no field from being swallowed", () => {
    const error = new Refusal("unreachable", "The connection dropped.")
    const wrong = wrongIn(written, { error, sent: undefined, isTried: true, body: bodyOf(written, true) })
    expect(wrong.other).toBe(error)
  })
})
