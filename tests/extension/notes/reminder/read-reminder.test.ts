import type { DraftReminder } from "@casepost/shared/drafts"
import { describe, expect, it } from "vitest"
import { newReminder, readReminder } from "../../../../extension/src/notes/reminder/read-reminder.ts"

const now = new Date("2026-11-23T23:30:00Z")
const typed: DraftReminder = {
  date: "2026-11-30",
  time: "09:00",
  timeZone: "Europe/Amsterdam",
  recipients: [{ kind: "colleague", userId: "me" }],
}
const wrongOf = (part: Partial<DraftReminder>) => readReminder({ ...typed, ...part }, now).wrong?.field

describe("does", () => {
  it("begins tomorrow at nine by the clock of the zone, to oneself", () => {
    expect(newReminder(now, "Europe/Amsterdam", "me")).toEqual({ ...typed, date: "2026-11-25" })
    expect(newReminder(now, "America/New_York", "me").date).toBe("2026-11-24")
  })
  it("knows the moment that the zone's clock shows", () => {
    expect(readReminder(typed, now).moment?.toISOString()).toBe("2026-11-30T08:00:00.000Z")
    expect(readReminder({ ...typed, timeZone: "Asia/Tokyo" }, now).moment?.toISOString()).toBe(
      "2026-11-30T00:00:00.000Z",
    )
  })
})

describe("refuses", () => {
  it("what is half typed, and says which field it is", () => {
    expect(wrongOf({ date: "" })).toBe("date")
    expect(wrongOf({ date: "2026-13-40" })).toBe("date")
    expect(wrongOf({ time: "9" })).toBe("time")
    expect(wrongOf({ timeZone: "Mars/Phobos" })).toBe("timeZone")
    expect(wrongOf({ recipients: [] })).toBe("recipients")
  })
})

describe("protects", () => {
  it("against a moment that has passed there, though the day has not", () => {
    expect(readReminder({ ...typed, date: "2026-11-24", time: "00:10" }, now).wrong).toMatchObject({ field: "date" })
    expect(readReminder({ ...typed, date: "2026-11-24", time: "00:40" }, now).wrong).toBeUndefined()
  })
})
