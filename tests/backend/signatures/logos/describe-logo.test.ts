import { describeLogo } from "@casepost/backend/signatures/logos/describe-logo"
import { describe, expect, it } from "vitest"

const here = { publicUrl: "https://casepost.example" }

describe("describe-logo", () => {
  describe("does", () => {
    it("shows a logo as wide as it is, or as was wished, in its own proportions", () => {
      expect(describeLogo(here, { id: "one", width: 200, height: 50 })).toMatchObject({ width: 200, height: 50 })
      expect(describeLogo(here, { id: "one", width: 200, height: 50 }, 100)).toMatchObject({ width: 100, height: 25 })
    })
  })
  describe("protects", () => {
    it.each([
      [10, 4000],
      [1, 4000],
      [400, 800],
      [4000, 1],
    ])("a signature from a logo of %i by %i: at most 320 wide and 240 high", (width, height) => {
      const shown = describeLogo(here, { id: "one", width, height })
      expect(shown.width).toBeLessThanOrEqual(320)
      expect(shown.height).toBeLessThanOrEqual(240)
      expect(Math.min(shown.width, shown.height)).toBeGreaterThanOrEqual(1)
    })
  })
})
