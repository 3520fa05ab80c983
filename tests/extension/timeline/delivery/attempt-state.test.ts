import type { DeliveryState, Recipient } from "@casepost/shared/delivery"
import type { Attempt } from "@casepost/shared/timeline"
import { describe, expect, it } from "vitest"
import { hasSteps, isHeld, tellingState } from "../../../../extension/src/timeline/delivery/attempt-state.ts"

function attempt(states: DeliveryState[], state: Attempt["state"] = "left"): Attempt {
  const recipients = states.map(
    one => ({ state: one, address: one === "portal-only" ? null : "a@x.example" }) as Recipient,
  )
  return { state, recipients } as Attempt
}

describe("does", () => {
  it("draws the four-step line for one address on its ordinary way", () => {
    expect(["queued", "sent", "delivered", "opened"].map(state => hasSteps(attempt([state as DeliveryState])))).toEqual(
      [true, true, true, true],
    )
  })
  it("lets a message be taken back while it is held or scheduled", () => {
    expect([attempt(["held"], "held"), attempt(["scheduled"], "scheduled")].map(isHeld)).toEqual([true, true])
  })
  it("names a failure before anything else", () => {
    expect(tellingState(attempt(["opened", "bounced"]))).toBe("bounced")
    expect(tellingState(attempt(["delivered", "sent"]))).toBe("delivered")
  })
})

describe("refuses", () => {
  it("gives several addresses, failures and portal only a row each instead", () => {
    expect(hasSteps(attempt(["sent", "sent"]))).toBe(false)
    expect(hasSteps(attempt(["bounced"]))).toBe(false)
    expect(hasSteps(attempt(["portal-only"]))).toBe(false)
  })
  it("takes nothing back that left", () => {
    expect(isHeld(attempt(["sent"]))).toBe(false)
  })
})
