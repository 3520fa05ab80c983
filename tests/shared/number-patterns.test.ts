import { patternExpression, patternOf, wrongPattern } from "@casepost/shared/number-patterns"
import { describe, expect, it } from "vitest"

/** What a pattern finds in a text. */
function found(pattern: string, text: string): string[] {
  return [...text.matchAll(patternExpression(pattern))].map(([number]) => number)
}

describe("patternExpression", () => {
  describe("does", () => {
    it.each([
      ["VF-####-#####", "Invoice VF-2026-04183, due", ["VF-2026-04183"]],
      ["VF-####-#####", "vf-2026-04183 Vf-2026-04184", ["vf-2026-04183", "Vf-2026-04184"]],
      ["VF-####-#####", "(VF-2026-04183) VF-2026-04184.", ["VF-2026-04183", "VF-2026-04184"]],
      ["VF-####-#####", "VF-2026-04183.pdf, Invoice_VF-2026-04184", ["VF-2026-04183", "VF-2026-04184"]],
      ["INV/####/#####", "INV/2026/00007", ["INV/2026/00007"]],
      ["A.#", "A.1 Ab1", ["A.1"]],
      ["(##)", "(12) 34", ["(12)"]],
      ["#####", "Debtor 10482, nr.10483", ["10482", "10483"]],
      ["*-####", "ACME-2026", ["ACME-2026"]],
      ["K-*", "K-A1 K-7b", ["K-A1", "K-7b"]],
      ["@@-###", "AB-123 éü-124 1A-125", ["AB-123", "éü-124"]],
      ["漢##", "漢12", ["漢12"]],
    ])("finds with %s in %j", (pattern, text, numbers) => {
      expect(found(pattern, text)).toEqual(numbers)
    })
    it("takes every pattern that is not wrong, whatever characters it is made of", () => {
      for (const character of "!$%&()*+,-./:;=?@[\\]^_{|}~#aé漢🙂ſ") {
        for (const pattern of [`${character}###`, `VF${character}###`, `###${character}`]) {
          if (wrongPattern(pattern) === undefined) expect(() => patternExpression(pattern), pattern).not.toThrow()
        }
      }
      expect(wrongPattern("VF-###")).toBeUndefined()
    })
  })

  describe("refuses", () => {
    it.each([
      ["VF-####-#####", "AVF-2026-04183", "a letter before it"],
      ["VF-####-#####", "éVF-2026-04183", "a letter beyond ASCII before it"],
      ["VF-####-#####", "9VF-2026-04183 ９VF-2026-04183", "a digit before it"],
      ["VF-####-#####", "VF-2026-041834", "one digit more"],
      ["VF-####-#####", "VF-2026-04183x VF-2026-04183é VF-2026-04183\u0301", "a letter behind it"],
      ["VF-####-#####", "VF-2026-04183-2 VF-2026-04183/04184 VF-2026-04183.2", "more of a longer number behind it"],
      ["####-#####", "VF-2026-04183", "the beginning of another number before it"],
      ["#####", "12.48050 10482,50 10482-1 VF/10482", "an amount, or a part of another number"],
      ["VF-####-#####", "VF 2026 04183 VF-2026-O4183 VF-٢٠٢٦-04183", "other characters"],
      ["de*", "debiteur demo december", "words without a digit"],
      ["K-*", "K-ABCDEFGHIJKLMNOPQRSTU1", "a run of more than 20"],
      ["A.#", "AX1", "another character where a point stands"],
    ])("finds nothing with %s in %j: %s", (pattern, text) => {
      expect(found(pattern, text)).toEqual([])
    })
  })

  describe("protects", () => {
    const nasty = ["a", "1", "a1", "a-", "1-", "-", "aé", "VF-2026-", "a/1/", "🙂1"]
    // An expression that goes back over its text would not end within the test's time limit.
    it.each(["*-*#", "*@@@@@@@@*######", "*.*-###", "VF*-*#", "@@@@@@@@@@@@@@@@*-#*#", "*a1*"])(
      "a page from %s, however the page is written",
      pattern => {
        const expression = patternExpression(pattern)
        const text = nasty.map(part => part.repeat(20_000)).join(" ")
        expect([...text.matchAll(expression)].length).toBeLessThan(text.length)
      },
    )
    it("two runs from being found in more than their own word", () => {
      expect(found("*-*#", "one two-three four1")).toEqual([])
    })
  })
})

describe("wrongPattern", () => {
  it.each(["VF-####-#####", "INV/####/#####", "#####", "*-####", "K-*", "F##", "é-###", "2026/####"])(
    "takes %s",
    pattern => {
      expect(wrongPattern(pattern)).toBeUndefined()
    },
  )
  it.each([
    ["##", "too short"],
    ["", "nothing"],
    ["VF-2026", "nothing that changes"],
    ["*-*-*", "three runs"],
    ["VF**", "two runs side by side"],
    ["VF ####", "a space"],
    ['VF"###', "a quote"],
    ["VF\n###", "a line break"],
    ["@#*", "every number"],
    ["*-*", "nearly every number"],
    ["#-#", "nearly every number"],
    ["#".repeat(41), "more than 40 characters"],
  ])("refuses %j: %s", pattern => {
    expect(wrongPattern(pattern)).toMatch(/\.$/)
  })
})

describe("patternOf", () => {
  it.each([
    ["VF-2026-04183", "VF-####-#####"],
    [" 10482 ", "#####"],
    ["INV/2026/00007", "INV/####/#####"],
  ])("makes of %j the pattern %s, which finds it again", (number, pattern) => {
    expect(patternOf(number)).toBe(pattern)
    expect(found(pattern, `Number: ${number}, and more`)).toEqual([number.trim()])
  })
})
