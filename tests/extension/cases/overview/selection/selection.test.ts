import { OverviewFilter, type OverviewRow } from "@casepost/shared/overviews"
import { describe, expect, it } from "vitest"
import {
  allMatching,
  chosenCases,
  countTicked,
  isTicked,
  nothing,
  tickRows,
} from "../../../../../extension/src/cases/overview/selection/selection.ts"

const filter = OverviewFilter.parse({ kind: "invoice", overdueDays: 20 })
const row = (id: string, of: Partial<OverviewRow> = {}) =>
  ({ ref: { kind: "invoice", id }, mayMessage: true, doNotMessage: null, ...of }) as OverviewRow
const rows = [row("a"), row("b", { doNotMessage: "Asked us to" }), row("c", { mayMessage: false }), row("d")]
const count = { matching: 131, doNotMessage: 3, noRight: 0 }

describe("a selection", () => {
  describe("does", () => {
    it("is of the rows that were ticked", () => {
      const ticked = tickRows(nothing, { rows: [row("a"), row("d")], on: true })
      expect(chosenCases(tickRows(ticked, { rows: [row("a")], on: false }), filter)).toEqual({
        by: "ids",
        kind: "invoice",
        ids: ["d"],
      })
      expect(countTicked(ticked, undefined)).toBe(2)
    })
    it("is of all that match, less those that were unticked", () => {
      const rest = tickRows(allMatching, { rows: [row("a")], on: false })
      expect(isTicked(rest, row("a"))).toBe(false)
      expect(isTicked(rest, row("never loaded before"))).toBe(true)
      expect(countTicked(rest, count)).toBe(127)
      expect(chosenCases(rest, filter)).toEqual({ by: "filter", filter, except: ["a"] })
      expect(countTicked(tickRows(rest, { rows: [row("a")], on: true }), count)).toBe(128)
    })
  })
  describe("refuses", () => {
    it("customers who are not to be messaged, and cases one may not send about, one by one and in a range", () => {
      const ticked = tickRows(nothing, { rows, on: true })
      expect([...ticked.ids]).toEqual(["a", "d"])
      expect(rows.map(one => isTicked(allMatching, one))).toEqual([true, false, false, true])
    })
  })
  describe("protects", () => {
    it("the number from being promised before it was counted", () => {
      expect(countTicked(allMatching, undefined)).toBe(0)
    })
  })
})
