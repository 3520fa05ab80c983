import { keepPace } from "@casepost/backend/delivery/provider/pace"
import { describe, expect, it } from "vitest"

const headers = (limit: number, remaining = limit - 1) => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": "1",
})

/** Fires as fast as it is let for so many seconds of a made-up clock; the moments at which it did. */
function run(limit: number, seconds: number): number[] {
  let now = 0
  const pace = keepPace(() => now)
  const fired: number[] = []
  while (now < seconds * 1_000) {
    if (pace.wait() === 0) {
      fired.push(now)
      pace.fire()
      pace.hear(headers(limit))
    }
    now += 1
  }
  return fired
}

describe("pace", () => {
  describe("does", () => {
    it.each([2, 10, 50])("uses a limit of %i a second to at least 91 %%", limit => {
      expect(run(limit, 60).length).toBeGreaterThanOrEqual((60 * limit) / 1.1)
    })
    it("reads a window that is longer than a second", () => {
      let now = 0
      const pace = keepPace(() => now)
      pace.fire()
      pace.hear({ "ratelimit-limit": "2, 2;w=10", "ratelimit-remaining": "1", "ratelimit-reset": "10" })
      now += 6_000
      expect(pace.wait()).toBe(0)
      pace.fire()
      now += 1_000
      expect(pace.wait()).toBeGreaterThan(2_000)
    })
    it("sends one request a second until an answer states a limit", () => {
      let now = 0
      const pace = keepPace(() => now)
      expect(pace.wait()).toBe(0)
      pace.fire()
      expect(pace.wait()).toBe(1_000)
      now += 1_000
      expect(pace.wait()).toBe(0)
      pace.hear(null)
      pace.hear(headers(10))
      expect(pace.wait()).toBe(0)
    })
  })

  describe("protects", () => {
    it.each([2, 10, 50])("lets no second hold more than %i", limit => {
      const fired = run(limit, 20)
      for (const start of fired)
        expect(fired.filter(at => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(limit)
    })
    it("waits when somebody else used the account's limit up", () => {
      let now = 0
      const pace = keepPace(() => now)
      pace.fire()
      pace.hear(headers(10, 0))
      now += 200
      expect(pace.wait()).toBeGreaterThan(700)
    })
    it("lets nothing leave while it is blocked", () => {
      let now = 0
      const pace = keepPace(() => now)
      pace.fire()
      pace.hear(headers(10))
      pace.block(3_000)
      now += 2_999
      expect(pace.wait()).toBe(1)
    })
  })
})
