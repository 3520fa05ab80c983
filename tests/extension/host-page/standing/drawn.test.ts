import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { drawn, drawsCalmly } from "../../../../extension/src/host-page/standing/drawn.ts"

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

/** What it said within these milliseconds. */
async function within(milliseconds: number, asked: Promise<boolean>): Promise<boolean | undefined> {
  let said: boolean | undefined
  void asked.then(answer => {
    said = answer
  })
  await vi.advanceTimersByTimeAsync(milliseconds)
  return said
}

describe("does", () => {
  it("answers once the page has drawn a whole picture since", async () => {
    expect(await within(31, drawn())).toBeUndefined()
    expect(await within(32, drawn())).toBe(true)
  })
  it("calls a page calm that drew itself for a quarter of a second, as slow as a computer may be", async () => {
    expect(await within(300, drawsCalmly())).toBe(true)
    pause = 95
    expect(await within(400, drawsCalmly())).toBe(true)
  })
  it("waits until a page that was busy is calm", async () => {
    pause = 700
    const asked = drawsCalmly()
    expect(await within(3_000, asked)).toBeUndefined()
    pause = 16
    expect(await within(1_000, asked)).toBe(true)
  })
})

describe("refuses", () => {
  it.each([120, 700, 3_000])("a page that pauses for %d ms between any two pictures", async long => {
    pause = long
    const asked = drawsCalmly()
    expect(await within(9_500, asked)).toBeUndefined()
    expect(await within(4_000, asked)).toBe(false)
  })
})
