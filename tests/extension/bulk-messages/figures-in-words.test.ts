import { describe, expect, test } from "vitest"
import { chosen, durationInWords, listed } from "../../../extension/src/bulk-messages/figures-in-words.ts"

describe("does", () => {
  test("says how long something takes, roughly", () => {
    expect([0, 1, 7, 22, 58, 75, 240, 5_300, 9_000].map(durationInWords)).toEqual([
      "1 second",
      "1 second",
      "7 seconds",
      "20 seconds",
      "1 minute",
      "1 minute",
      "4 minutes",
      "88 minutes",
      "3 hours",
    ])
  })

  test("counts cases by what they are", () => {
    expect(chosen("invoice", 1)).toBe("1 invoice")
    expect(chosen("customer", 12_000)).toBe("12,000 customers")
  })

  test("lists names as people say them", () => {
    expect(listed([])).toBe("")
    expect(listed(["Contact name"])).toBe("Contact name")
    expect(listed(["a", "b", "c"])).toBe("a, b and c")
  })
})
