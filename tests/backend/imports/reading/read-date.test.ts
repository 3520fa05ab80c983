import { dateEvidence, readDate } from "@casepost/backend/imports/reading/read-date"
import { describe, expect, it } from "vitest"

describe("read date", () => {
  describe("does", () => {
    it.each([
      "17-10-2026",
      "17/10/2026",
      "17.10.2026",
      "2026-10-17",
      "2026/10/17",
      "20261017",
      "17-10-26",
      "2026-10-17T00:00:00",
      "17-10-2026 00:00",
    ])("reads %s", text => {
      expect(readDate(text, "day-first")).toBe("2026-10-17")
    })
    it("reads what can be read in two ways as the rest of its file, and what cannot as it must be", () => {
      expect(readDate("3/4/2026", "day-first")).toBe("2026-04-03")
      expect(readDate("3/4/2026", "month-first")).toBe("2026-03-04")
      expect(readDate("10/17/2026", "day-first")).toBe("2026-10-17")
      expect(readDate("17/10/2026", "month-first")).toBe("2026-10-17")
      expect([dateEvidence("3/4/2026"), dateEvidence("10/17/2026"), dateEvidence("17/10/2026")]).toEqual([
        undefined,
        "month-first",
        "day-first",
      ])
    })
  })

  describe("refuses", () => {
    it.each(["31-02-2026", "2026-13-01", "17-10", "soon", "", "17-10/2026", "0-1-2026", "17-10-202"])("%s", text => {
      expect(readDate(text, "day-first")).toBeUndefined()
    })
  })
})
