import { describe, expect, it } from "vitest"
import { numberWords, numberWordsOfAddress } from "../../../../../extension/src/host-page/finder/texts/number-words.ts"

describe("does", () => {
  it("finds the numbers in the title of a page", () => {
    expect(numberWords("Invoice VF-2026-04183 – Jansen (10482) | Grootboek Online")).toEqual(["VF-2026-04183", "10482"])
  })
  it("leaves a number with slashes in one piece", () => {
    expect(numberWords("Invoice FA/2026/0117, paid")).toEqual(["FA/2026/0117"])
  })
  it("finds the ids in an address, and a slash that is part of a number there", () => {
    expect(numberWordsOfAddress("/sales/invoices/inv_48213/?tab=lines")).toEqual(["inv_48213"])
    expect(numberWordsOfAddress("/invoices/FA%2F2026%2F0117")).toEqual(["FA/2026/0117"])
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
  it("takes no words of the page", () => {
    expect(numberWords("Dhr. P. Jansen owes us money")).toEqual([])
  })
})
