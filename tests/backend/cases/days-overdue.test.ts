import { daysOverdue, todayIn } from "@casepost/backend/cases/days-overdue"
import { describe, expect, it } from "vitest"

describe("days overdue", () => {
  describe("does", () => {
    it("counts from the due date to today, and below zero until then", () => {
      const now = new Date("2026-11-23T12:00:00Z")
      expect(daysOverdue("2026-10-17", "Europe/Amsterdam", now)).toBe(37)
      expect(daysOverdue("2026-11-23", "Europe/Amsterdam", now)).toBe(0)
      expect(daysOverdue("2026-11-30", "Europe/Amsterdam", now)).toBe(-7)
    })
    it("takes today from the administration's zone, not from the server's", () => {
      const lateEvening = new Date("2026-11-23T23:30:00Z")
      expect(todayIn("Europe/Amsterdam", lateEvening)).toBe("2026-11-24")
      expect(todayIn("America/New_York", lateEvening)).toBe("2026-11-23")
    })
    it("loses and gains no day where the clock changes", () => {
      expect(daysOverdue("2026-10-24", "Europe/Amsterdam", new Date("2026-10-25T23:30:00Z"))).toBe(2)
      expect(daysOverdue("2026-03-28", "Europe/Amsterdam", new Date("2026-03-29T21:59:00Z"))).toBe(1)
    })
  })
})
