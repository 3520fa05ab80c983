import { describe, expect, it } from "vitest"
import { numberWords } from "../../../../extension/src/cases/search/number-words.ts"

describe("does", () => {
  it("finds the numbers in the title of a page", () => {
    expect(numberWords("Invoice VF-2026-04183 – Jansen (10482) | Grootboek Online")).toEqual(["VF-2026-04183", "10482"])
  })
  it("finds the ids in an address", () => {
    expect(numberWords("/sales/invoices/inv_48213/?tab=lines")).toEqual(["inv_48213"])
  })
  it("names each number once", () => {
    expect(numberWords("M-2026-0061, M-2026-0061.")).toEqual(["M-2026-0061"])
  })
})

describe("refuses", () => {
  it("takes no dates, amounts or short numbers for the numbers of cases", () => {
    expect(numberWords("17-10-2026 2026-10-17 12.480,50 12,480.50 42 3.99")).toEqual([])
  })
})

describe("protects", () => {
  it("sends no words of the page, and never more than sixty", () => {
    expect(numberWords("Dhr. P. Jansen owes us money")).toEqual([])
    expect(numberWords(Array.from({ length: 500 }, (_, place) => `N${1000 + place}`).join(" "))).toHaveLength(60)
  })
})
