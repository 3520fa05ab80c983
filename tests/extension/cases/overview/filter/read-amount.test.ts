import { describe, expect, it } from "vitest"
import { readAmount } from "../../../../../extension/src/cases/overview/filter/read-amount.ts"

describe("readAmount", () => {
  describe("does", () => {
    it.each([
      ["1250", "1250"],
      ["12480.50", "12480.50"],
      ["12.480,50", "12480.50"],
      ["12,480.50", "12480.50"],
      ["€ 1 250", "1250"],
      ["1.250", "1250"],
      ["1.250.000", "1250000"],
      ["-300,5", "-300.5"],
    ])("reads %s", (typed, amount) => {
      expect(readAmount(typed)).toBe(amount)
    })
  })
  describe("refuses", () => {
    it.each(["", "much", "12e3", "1,2,3.x", "--5", "99999999999999"])("%s", typed => {
      expect(readAmount(typed)).toBeUndefined()
    })
  })
})
