import { ToolPage } from "@casepost/shared/tools"
import { describe, expect, it } from "vitest"
import type { PickedPlace } from "../../../../extension/src/host-page/pick/pick-calls"
import { pickedOf } from "../../../../extension/src/tools/pick/pages-of"
import { addPicked } from "../../../../extension/src/tools/pick/picked"
import { readPickAnswer } from "../../../../extension/src/tools/pick/read-pick-answer"

const tool = { id: "tool-1", address: "https://app.books.example" }
const page = "https://app.books.example/invoices/VF-2026-04183"
const number: PickedPlace = { step: "number", number: "VF-2026-04183", page, from: "text", selector: "h1" }
const customer: PickedPlace = { step: "customer", number: "10482", page, from: "text", selector: "dd a" }
const rows: PickedPlace = {
  step: "rows",
  number: "VF-2026-04183",
  page: "https://app.books.example/invoices?page=2",
  from: "text",
  selector: "td a",
  rows: { selector: "tbody > tr", numbers: ["VF-2026-04183", "VF-2026-9", "10482", "VF-2026-04190"] },
}

describe("what was pointed at", () => {
  describe("does", () => {
    it("becomes one page with its fields where it stood on one page, and one for the list", () => {
      const picked = pickedOf(tool, [number, customer, rows])
      expect(picked).toMatchObject({
        tool: "tool-1",
        pages: [
          {
            shows: "case",
            path: "/invoices/*",
            fields: [
              { kind: "invoice", from: "text", selector: "h1", pattern: "VF-####-#####" },
              { kind: "customer", selector: "dd a", pattern: "#####" },
            ],
          },
          { shows: "list", path: "/invoices", rows: "tbody > tr" },
        ],
        numberPatterns: ["VF-####-#####", "VF-####-#"],
      })
      for (const one of picked?.pages ?? []) expect(ToolPage.safeParse(one).success).toBe(true)
    })
    it("is of the kind that Casepost knows the number as", () => {
      const [one] = pickedOf(tool, [{ ...number, number: "M-2026-0041", known: "matter" }])?.pages ?? []
      expect(one?.fields[0]).toMatchObject({ kind: "matter", pattern: "M-####-####" })
    })
    it("reads all lengths that the rows show, and no customer among them", () => {
      const [one] = pickedOf(tool, [rows])?.pages ?? []
      expect(one?.fields.map(({ pattern }) => pattern)).toEqual(["VF-####-#####", "VF-####-#"])
    })
    it("takes the place of an older rule for the same page, and comes before the others", () => {
      const picked = pickedOf(tool, [number])
      const old = { shows: "case" as const, path: "/invoices/*", fields: [] }
      const other = { shows: "case" as const, path: "/customers/*", fields: [] }
      expect(picked && addPicked([old, other], picked).map(({ path }) => path)).toEqual(["/invoices/*", "/customers/*"])
      expect(picked && addPicked([old], picked)[0]?.fields).toHaveLength(1)
    })
  })
  describe("refuses", () => {
    it("what stands on a page that is none of the tool's", () => {
      expect(pickedOf(tool, [{ ...number, page: "https://elsewhere.example/invoices/1" }])).toBeUndefined()
      expect(pickedOf(tool, [])).toBeUndefined()
    })
    it("to declare digits only, or a customer's number, as how invoices look", () => {
      expect(pickedOf(tool, [{ ...number, number: "4471900" }])?.numberPatterns).toEqual([])
      expect(pickedOf(tool, [{ ...customer, number: "K-10482" }])?.numberPatterns).toEqual([])
    })
    it("answers from a page that are none of ours", () => {
      const wrong: unknown[] = [
        undefined,
        "stop",
        { kind: "save" },
        { kind: "ask", texts: [] },
        { kind: "ask", texts: Array.from({ length: 50 }, (_, at) => `VF-${at}`) },
        { kind: "ask", texts: ["x".repeat(41)] },
        { kind: "chosen", place: { ...number, page: "javascript:alert(1)" } },
        { kind: "chosen", place: { ...number, from: "path" } },
        { kind: "chosen", place: { ...number, selector: "x".repeat(401) } },
      ]
      for (const answer of wrong) expect(readPickAnswer(answer), JSON.stringify(answer)).toBeUndefined()
      expect(readPickAnswer({ kind: "chosen", place: number })).toEqual({ kind: "chosen", place: number })
    })
  })
})
