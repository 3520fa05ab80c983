import { describe, expect, it } from "vitest"
import { replySubject } from "../../../../extension/src/messages/compose/reply-subject.ts"

describe("does", () => {
  it("answers under the subject it is about", () => {
    expect(replySubject("First payment reminder")).toBe("Re: First payment reminder")
  })
})

describe("refuses", () => {
  it("marks an answer once, in whatever language it was marked", () => {
    expect(replySubject("Re: Delivery note")).toBe("Re: Delivery note")
    expect(replySubject("Antw: Pakbon")).toBe("Antw: Pakbon")
    expect(replySubject("AW: Lieferschein")).toBe("AW: Lieferschein")
  })
  it("makes up no subject", () => {
    expect(replySubject(undefined)).toBe("")
    expect(replySubject("")).toBe("")
  })
})
