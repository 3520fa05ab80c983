import { hasControlCharacters, line } from "@casepost/shared/contract"
import { describe, expect, it } from "vitest"

const name = line(300)

describe("line", () => {
  describe("does", () => {
    it.each([
      "Jansen & Zonen",
      "شركة النور",
      "Çelik Ş.",
      "Bakker 🥐 & Zn",
      "=cmd|' /C calc'!A0",
      "<img src=x onerror=alert(1)>",
    ])("take %s as it is written", text => {
      expect(name.parse(`  ${text} `)).toBe(text)
    })
  })
  describe("refuses", () => {
    it.each([
      ["nothing", "   "],
      ["what cannot be seen", "\u200b\u2060\ufeff"],
      ["letters that have no shape", "\u3164\u115f\ufe0f"],
      ["blank Braille", "\u2800"],
      ["a line break", "Jansen\r\nBcc: x@y.nl"],
      ["an override of direction", "fdp.\u202eexe"],
      ["an isolate that is never closed", "\u2067Jansen"],
      ["more than fits", "x".repeat(301)],
    ])("%s", (_, text) => {
      expect(name.safeParse(text).success).toBe(false)
    })
  })
  describe("protects", () => {
    it("right-to-left names from being taken for control characters", () => {
      expect(hasControlCharacters("שלום\u200f עולם")).toBe(false)
    })
  })
})
