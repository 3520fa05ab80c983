import { describe, expect, test } from "vitest"
import { fitInWords } from "../../../../../../extension/src/tools/page/form/patterns/use-number-sample"

const sample = { invoice: ["VF-2026-04183", "VF-2026-04182", "BE-2026-00001"], matter: [], customer: ["100482"] }

describe("does", () => {
  test("counts what a pattern fits among what was looked at, and names one that it does not fit", () => {
    expect(fitInWords("VF-####-#####", sample)).toBe(
      "Fits 2 of 3 invoice numbers that were looked at. Not BE-2026-00001, for one.",
    )
    expect(fitInWords("@@-####-#####", sample)).toBe("Fits 3 of 3 invoice numbers that were looked at.")
    expect(fitInWords("######", sample)).toBe("Fits 1 of 1 customer numbers that were looked at.")
  })
})

describe("refuses", () => {
  test("to say anything of a pattern that cannot be used, or where nothing was looked at", () => {
    expect(fitInWords("##", sample)).toBeUndefined()
    expect(fitInWords("VF-####", { invoice: [], matter: [], customer: [] })).toBeUndefined()
  })
})

describe("protects", () => {
  test("from a pattern that fits part of a number only", () => {
    expect(fitInWords("VF-####-####", sample)).toBe("Fits none of the numbers of your cases that were looked at.")
    expect(fitInWords("VF-####", sample)).toBe("Fits none of the numbers of your cases that were looked at.")
  })
})
