import { describe, expect, it } from "vitest"
import { readWorkPlace, writeWorkPlace } from "../../../../extension/src/surfaces/work/work-place.ts"

describe("a place of the full tab", () => {
  describe("does", () => {
    it.each([
      "customers",
      "matters?unread=1",
      "invoices?q=a%3Fb&overdue=20",
      "invoices/0196-7a?overdue=20",
      "inbox",
      "inbox/matter/0196-7a",
      "bulk",
      "bulk/0196-7a",
    ])("says the same read and written: %s", place => {
      expect(writeWorkPlace(readWorkPlace(place))).toBe(place)
    })
  })
  describe("refuses", () => {
    it.each(["", "settings", "<script>"])("%s: it is the invoices", place => {
      expect(readWorkPlace(place)).toEqual({ area: "invoices", query: "" })
    })
    it("a case that cannot be", () => {
      expect(readWorkPlace("inbox/dog/1").open).toBeUndefined()
      expect(readWorkPlace("invoices/<b>").open).toBeUndefined()
    })
  })
})
