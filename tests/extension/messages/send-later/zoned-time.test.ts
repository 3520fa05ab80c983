import { describe, expect, it } from "vitest"
import { laterPresets } from "../../../../extension/src/messages/send-later/later-presets.ts"
import {
  cityOf,
  momentOf,
  offsetInWords,
  wallTimeOf,
} from "../../../../extension/src/messages/send-later/zoned-time.ts"

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
  it("offers tomorrow, this afternoon and next Monday, as the picture does", () => {
    const presets = laterPresets(new Date("2026-11-23T13:36:00Z"), zone)
    expect(presets.map(({ name, day, at }) => [name, day, at.time])).toEqual([
      ["Tomorrow morning", "Tue 24 Nov", "09:00"],
      ["This afternoon", "Mon 23 Nov", "16:00"],
      ["Next Monday", "Mon 30 Nov", "09:00"],
    ])
  })
})

describe("refuses", () => {
  it("offers no afternoon that has passed, and no Monday that is tomorrow", () => {
    const sundayEvening = new Date("2026-11-22T18:00:00Z")
    expect(laterPresets(sundayEvening, zone).map(preset => preset.id)).toEqual(["tomorrow"])
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
