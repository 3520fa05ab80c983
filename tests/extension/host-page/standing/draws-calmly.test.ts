import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { drawsCalmly } from "../../../../extension/src/host-page/standing/draws-calmly.ts"
import { saidWithin } from "../../../support/said-within.ts"

/** Milliseconds between two pictures of the page. */
let pause: number

beforeEach(() => {
  vi.useFakeTimers()
  pause = 16
  vi.stubGlobal("requestAnimationFrame", (then: () => void) => setTimeout(then, pause))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe("does", () => {
  it("calls a page calm that drew itself for a quarter of a second, as slow as a computer may be", async () => {
    expect(await saidWithin(300, drawsCalmly())).toBe(true)
    pause = 95
    expect(await saidWithin(400, drawsCalmly())).toBe(true)
  })
  it("waits until a page that was busy is calm", async () => {
    pause = 700
    const asked = drawsCalmly()
    expect(await saidWithin(3_000, asked)).toBeUndefined()
    pause = 16
    expect(await saidWithin(1_000, asked)).toBe(true)
  })
})

describe("refuses", () => {
  it.each([120, 700, 3_000])("a page that pauses for %d ms between any two pictures", async long => {
    pause = long
    const asked = drawsCalmly()
    expect(await saidWithin(9_500, asked)).toBeUndefined()
    expect(await saidWithin(4_000, asked)).toBe(false)
  })
})
