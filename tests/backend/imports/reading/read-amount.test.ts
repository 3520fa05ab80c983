import { decimalEvidence, readAmount } from "@casepost/backend/imports/reading/read-amount"
import { describe, expect, it } from "vitest"

describe("read amount", () => {
  describe("does", () => {
    it.each([
      ["12.480,50", "12480.50"],
      ["12,480.50", "12480.50"],
      ["12480.50", "12480.50"],
      ["12480,5", "12480.5"],
      ["1 234 567,89", "1234567.89"],
      ["1’234.50", "1234.50"],
      ["€ 12.480,50", "12480.50"],
      ["EUR 640.75", "640.75"],
      ["640,75 EUR", "640.75"],
      ["-310,25", "-310.25"],
      ["310,25-", "-310.25"],
      ["(310.25)", "-310.25"],
      ["\u2212310.25", "-310.25"],
      ["1.234.567", "1234567"],
      ["0", "0"],
      ["-0,00", "0.00"],
      ["007", "7"],
      [",50", "0.50"],
      ["0,125", "0.125"],
    ])("reads %s as %s", (text, amount) => {
      expect(readAmount(text, undefined)).toBe(amount)
    })
    it("takes one sign before three digits for what it is elsewhere in the file, else for thousands", () => {
      expect(readAmount("1.250", undefined)).toBe("1250")
      expect(readAmount("1.250", ",")).toBe("1250")
      expect(readAmount("1.250", ".")).toBe("1.250")
      expect(readAmount("1,250", ".")).toBe("1250")
      expect([decimalEvidence("1.250"), decimalEvidence("12,50"), decimalEvidence("1,250,000")]).toEqual([
        undefined,
        ",",
        ".",
      ])
    })
  })

  describe("refuses", () => {
    it.each([
      "1.318,2O",
      "",
      "12.34,56.78",
      "1,23,45",
      "12.480,50,",
      "abc",
      "--5",
      "1e5",
      "12.",
      "99999999999999",
      "=1+1",
    ])("%s", text => {
      expect(readAmount(text, undefined)).toBeUndefined()
    })
  })
})
