import { describe, expect, test } from "vitest"
import { changesInWords } from "../../../../extension/src/ui/tokens/token-changes"

const kuiper = { id: "relation:r1", label: "Kuiper Accountants" }
const joost = { id: "colleague:u1", label: "Joost Bakker" }
const fields = (cc: (typeof kuiper)[], bcc: (typeof kuiper)[] = []) => [
  { label: "CC", tokens: cc },
  { label: "BCC", tokens: bcc },
]

describe("does", () => {
  test("says who was added, and how many there are now", () => {
    expect(changesInWords(fields([joost]), fields([joost, kuiper]))).toBe(
      "Kuiper Accountants added to CC. 2 recipients.",
    )
  })
  test("says who was removed", () => {
    expect(changesInWords(fields([joost, kuiper]), fields([kuiper]))).toBe("Joost Bakker removed from CC. 1 recipient.")
  })
  test("says who was moved, once", () => {
    expect(changesInWords(fields([], [kuiper]), fields([kuiper], []))).toBe(
      "Kuiper Accountants moved to CC. 1 recipient.",
    )
  })
})

describe("protects", () => {
  test("the words for a person who stands as an address in one field, and by name in the other", () => {
    const to = [{ id: "d@kuiper.example", label: "d@kuiper.example", address: "d@kuiper.example" }]
    const cc = [{ ...kuiper, address: "d@kuiper.example" }]
    expect(changesInWords(fields([], to), fields(cc, []))).toBe("Kuiper Accountants moved to CC. 1 recipient.")
  })
})

describe("refuses", () => {
  test("to speak when nothing changed but a name", () => {
    expect(changesInWords(fields([kuiper]), fields([{ ...kuiper, label: "Kuiper" }]))).toBe("")
  })
})
