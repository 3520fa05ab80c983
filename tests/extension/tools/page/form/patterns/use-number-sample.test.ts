import { describe, expect, test } from "vitest"
import { fitInWords, fitOf } from "../../../../../../extension/src/tools/page/form/patterns/use-number-sample"

const sample = { invoice: ["VF-2026-04183", "VF-2026-04182", "BE-2026-00001"], matter: [], customer: ["100482"] }

describe("does", () => {
  test("counts what patterns fit together, and names a number that none of them fits", () => {
    expect(fitOf(["VF-####-#####", "######", " "], sample)).toEqual({
      counts: [
        { kind: "invoice", fit: 2, looked: 3 },
        { kind: "customer", fit: 1, looked: 1 },
      ],
      missing: "BE-2026-00001",
    })
    expect(fitOf(["VF-####-#####", "BE-####-#####"], sample)?.missing).toBeUndefined()
  })

  test("counts what a pattern fits among what was looked at", () => {
    expect(fitInWords("VF-####-#####", sample)).toBe("Fits 2 of 3 invoice numbers that were looked at.")
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
