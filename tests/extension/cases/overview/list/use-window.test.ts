import { describe, expect, it } from "vitest"
import { rowsInSight } from "../../../../../extension/src/cases/overview/list/use-window.ts"

describe("rowsInSight", () => {
  describe("does", () => {
    it("draws what is in sight and a little beyond, wherever one has scrolled to", () => {
      for (const top of [0, 41, 42, 4_199_000]) {
        const { first, last } = rowsInSight({ top, height: 700, rowHeight: 42 })
        expect(first * 42).toBeLessThanOrEqual(top)
        expect(last * 42).toBeGreaterThanOrEqual(top + 700)
        expect(last - first).toBeLessThan(50)
      }
    })
    it("stays the same while one scrolls within a few rows", () => {
      expect(rowsInSight({ top: 1690, height: 690, rowHeight: 42 })).toEqual(
        rowsInSight({ top: 1720, height: 690, rowHeight: 42 }),
      )
    })
  })
  describe("protects", () => {
    it("the top: there is no row before the first", () => {
      expect(rowsInSight({ top: -30, height: 700, rowHeight: 42 }).first).toBe(0)
    })
  })
})
