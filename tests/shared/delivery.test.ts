import { deliveryStates, mayFollow, restingStates } from "@casepost/shared/delivery"
import { describe, expect, it } from "vitest"

describe("mayFollow", () => {
  it("lets a state only move forward", () => {
    for (const [index, now] of deliveryStates.entries())
      for (const [next, later] of deliveryStates.entries()) expect(mayFollow(now, later)).toBe(next > index)
  })
  it("lets failures beat every step but opened", () => {
    for (const failure of ["bounced", "failed", "suppressed", "complained"] as const) {
      expect(mayFollow("delivered", failure)).toBe(true)
      expect(mayFollow("opened-in-email", failure)).toBe(true)
      expect(mayFollow("opened", failure)).toBe(false)
      expect(mayFollow(failure, "opened")).toBe(true)
      expect(mayFollow(failure, "delivered")).toBe(false)
    }
  })
  it("lets an event that comes late change nothing", () => {
    expect(mayFollow("delivered", "sent")).toBe(false)
    expect(mayFollow("delivered", "delayed")).toBe(false)
  })
  it("lets a portal-only message be opened and nothing else", () => {
    for (const next of deliveryStates) expect(mayFollow("portal-only", next)).toBe(next === "opened")
  })
  it("lets an unknown outcome be cleared up, and what was cancelled or left out rest", () => {
    expect(mayFollow("unknown", "delivered")).toBe(true)
    for (const next of deliveryStates) {
      expect(mayFollow("cancelled", next)).toBe(false)
      expect(mayFollow("left-out", next)).toBe(false)
    }
  })
  it("leads to no resting state", () => {
    for (const rest of restingStates) expect(mayFollow("queued", rest)).toBe(false)
  })
})
