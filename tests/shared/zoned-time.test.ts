import { cityOf, isTimeZone, momentOf, offsetInWords, wallTimeOf } from "@casepost/shared/zoned-time"
import { describe, expect, it } from "vitest"

const zone = "Europe/Amsterdam"

describe("does", () => {
  it("knows the moment a wall clock shows a time, in winter and in summer", () => {
    expect(momentOf({ date: "2026-11-24", time: "09:00" }, zone).toISOString()).toBe("2026-11-24T08:00:00.000Z")
    expect(momentOf({ date: "2026-07-01", time: "09:00" }, zone).toISOString()).toBe("2026-07-01T07:00:00.000Z")
  })
  it("says what a wall clock shows, on the other side of midnight too", () => {
    expect(wallTimeOf(new Date("2026-11-23T23:30:00Z"), zone)).toEqual({ date: "2026-11-24", time: "00:30" })
  })
  it("names zones as people do", () => {
    expect(cityOf("America/New_York")).toBe("New York")
    expect(offsetInWords(new Date("2026-11-24T08:00:00Z"), zone)).toBe("UTC+1")
    expect(offsetInWords(new Date("2026-11-24T08:00:00Z"), "Asia/Kolkata")).toBe("UTC+5:30")
  })
})

describe("refuses", () => {
  it("knows a zone by its IANA name, and no other", () => {
    expect(["Europe/Amsterdam", "UTC", "America/New_York"].filter(isTimeZone)).toHaveLength(3)
    expect(["Amsterdam", "", "Europe/Atlantis", "../etc"].filter(isTimeZone)).toEqual([])
  })
})

describe("protects", () => {
  it("makes the hour that is skipped in spring the one after it", () => {
    expect(momentOf({ date: "2026-03-29", time: "02:30" }, zone).toISOString()).toBe("2026-03-29T01:30:00.000Z")
  })
  it("takes the first of an hour that comes twice in autumn", () => {
    expect(momentOf({ date: "2026-10-25", time: "02:30" }, zone).toISOString()).toBe("2026-10-25T00:30:00.000Z")
  })
})
