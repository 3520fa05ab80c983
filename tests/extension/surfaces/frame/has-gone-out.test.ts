import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makeQueries } from "../../../../extension/src/api/queries.ts"
import { hasGoneOut } from "../../../../extension/src/surfaces/frame/has-gone-out.ts"
import { saidWithin } from "../../../support/said-within.ts"

let queries: ReturnType<typeof makeQueries>

beforeEach(() => {
  vi.useFakeTimers()
  queries = makeQueries()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A deed that is on its way. */
function goes(deed: () => Promise<unknown>): void {
  const going = queries.getMutationCache().build(queries, { mutationFn: deed })
  void going.execute(undefined).catch(() => undefined)
}
const takes = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

describe("does", () => {
  it("lets a panel close at once from which nothing is on its way", async () => {
    expect(await saidWithin(10, hasGoneOut(queries))).toBe(true)
  })
  it("waits for what is on its way", async () => {
    goes(() => takes(3_000))
    const asked = hasGoneOut(queries)
    expect(await saidWithin(2_900, asked)).toBeUndefined()
    expect(await saidWithin(200, asked)).toBe(true)
  })
})

describe("refuses", () => {
  it("to close over a refusal, which has to be read", async () => {
    goes(async () => {
      await takes(500)
      throw new Error("The page covers the panel.")
    })
    expect(await saidWithin(600, hasGoneOut(queries))).toBe(false)
  })
})

describe("protects", () => {
  it("from a panel that never closes, because a server does not answer", async () => {
    goes(() => new Promise(() => {}))
    const asked = hasGoneOut(queries)
    expect(await saidWithin(9_000, asked)).toBeUndefined()
    expect(await saidWithin(2_000, asked)).toBe(true)
  })
})
