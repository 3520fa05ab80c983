import { describe, expect, it } from "vitest"
import { patternReader } from "../../../../../extension/src/host-page/finder/texts/page-numbers.ts"
import { rulesOf } from "../../../../../extension/src/tools/presets/rules-of"

const { patterns } = rulesOf({
  address: "https://a.example",
  preset: null,
  pages: [],
  numberPatterns: ["########"],
  readsCases: true,
})
const read = patternReader(patterns)

describe("does", () => {
  it("reads declared digits, also before a date and behind a word", () => {
    expect(read("Factuur 20260117 van 17-01-2026").map(({ text }) => text)).toEqual(["20260117"])
    expect(read("20260117", "Factuurnummer").map(({ text }) => text)).toEqual(["20260117"])
  })
})

describe("refuses", () => {
  it.each([
    "Tel. 06 12345678",
    "+31 6 12345678",
    "020-12345678",
    "KvK 12345678",
    "DE89 3704 0044 41643000",
    "BTW-nr. 12345678",
  ])("takes %s for no number of an invoice", text => {
    expect(read(text)).toEqual([])
  })
})

describe("protects", () => {
  it("minds what names a value in the cell before it", () => {
    expect(read("12345678", "KvK-nummer:")).toEqual([])
    expect(read("12345678", "0")).toHaveLength(1)
  })
})
