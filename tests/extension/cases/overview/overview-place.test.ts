import { OverviewFilter } from "@casepost/shared/overviews"
import { describe, expect, it } from "vitest"
import { isNarrowed, readView, writeView } from "../../../../extension/src/cases/overview/overview-place.ts"

const written = (query: string) => writeView(readView("invoice", query))

describe("the address of an overview", () => {
  describe("does", () => {
    it("begins with all that is open, most overdue first, and writes nothing of that", () => {
      const view = readView("invoice", "")
      expect(view).toEqual({ filter: OverviewFilter.parse({ kind: "invoice" }), sort: "overdue", descending: true })
      expect(writeView(view)).toBe("")
      expect(isNarrowed(view.filter)).toBe(false)
    })
    it("keeps every filter and the order", () => {
      const query = new URLSearchParams({
        q: "jansen & zonen",
        administration: "a1,b2",
        state: "any",
        overdue: "20",
        due: "0",
        from: "100",
        to: "5000.50",
        silent: "14",
        unread: "1",
        failed: "1",
        "no-address": "1",
        matter: "not-in",
        marked: "not-marked",
        sort: "customer",
      }).toString()
      expect(written(query)).toBe(query)
      expect(isNarrowed(readView("invoice", query).filter)).toBe(true)
    })
    it("tells an overview of no days overdue from one without", () => {
      expect(readView("invoice", "overdue=0").filter.overdueDays).toBe(0)
      expect(readView("invoice", "").filter.overdueDays).toBeNull()
    })
  })
  describe("refuses", () => {
    it("what nobody could have chosen, and goes on without it", () => {
      const view = readView(
        "invoice",
        "state=lost&overdue=-3&due=soon&from=much&silent=0&matter=maybe&marked=no&sort=-colour&administration=%3Cb%3E",
      )
      expect(writeView(view)).toBe("")
    })
  })
  describe("protects", () => {
    it("the deed from a search that is too long for it", () => {
      expect(OverviewFilter.safeParse(readView("invoice", `q=${"x".repeat(900)}`).filter).success).toBe(true)
    })
  })
})
