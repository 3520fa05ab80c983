import { Sightings, ToolBody } from "@casepost/shared/tools"
import { describe, expect, it } from "vitest"
import { toolOf } from "../support/tools.ts"

const page = {
  shows: "case",
  path: "/invoices/{id}",
  fields: [{ names: "number", kind: "invoice", from: "path" }],
}

describe("ToolBody", () => {
  describe("does", () => {
    it("keeps the address as it is compared later", () => {
      expect(toolOf({ address: " App.Grootboek.example/Sales/?x " }).address).toBe(
        "https://app.grootboek.example/Sales",
      )
    })
    it("takes patterns without the spaces around them", () => {
      expect(toolOf({ numberPatterns: [" VF-#### "] }).numberPatterns).toEqual(["VF-####"])
    })
    it("takes pages with and without selectors", () => {
      const list = { shows: "list" as const, path: "/invoices", rows: "tbody tr", fields: [] }
      expect(toolOf({ pages: [page as never, list] }).pages).toHaveLength(2)
    })
  })

  describe("refuses", () => {
    const wrong = (changes: object) => {
      const result = ToolBody.safeParse({ ...toolOf(), ...changes })
      return result.error?.issues.map(issue => issue.path.join("."))
    }
    it.each([
      ["http for another computer", { address: "http://app.grootboek.example" }, "address"],
      ["an address that is too long", { address: `https://x.example/${"a".repeat(300)}` }, "address"],
      ["a name that cannot be seen", { name: "\u200b" }, "name"],
      ["a name with a line break", { name: "Groot\nboek" }, "name"],
      ["a pattern that finds everything", { numberPatterns: ["VF-####", "@#*"] }, "numberPatterns.1"],
      ["21 patterns", { numberPatterns: Array.from({ length: 21 }, () => "VF-####") }, "numberPatterns"],
      ["a preset nobody knows", { preset: "sage" }, "preset"],
      ["a selector of 401 characters", { pages: [{ ...page, rows: "a".repeat(401) }] }, "pages.0.rows"],
      [
        "an attribute that could be something else",
        { pages: [{ ...page, fields: [{ ...page.fields[0], from: "attribute", attribute: "on click=" }] }] },
        "pages.0.fields.0.attribute",
      ],
      [
        "a pattern of a field that is a regular expression",
        { pages: [{ ...page, fields: [{ ...page.fields[0], pattern: "(a+)+" }] }] },
        "pages.0.fields.0.pattern",
      ],
    ])("%s", (_, changes, path) => {
      expect(wrong(changes)).toEqual([path])
    })
  })
})

describe("Sightings", () => {
  it.each([
    ["no page", [{ kind: "invoice", pages: 0 }]],
    ["less than no page", [{ kind: null, pages: -1 }]],
    ["half a page", [{ kind: null, pages: 0.5 }]],
    ["more than 1,000 pages", [{ kind: null, pages: 1_001 }]],
    ["more than ten lines", Array.from({ length: 11 }, () => ({ kind: null, pages: 1 }))],
  ])("takes no %s", (_, sightings) => {
    expect(Sightings.safeParse({ sightings }).success).toBe(false)
  })
  it("keeps nothing of a page but what was found", () => {
    const told = { sightings: [{ kind: "invoice", pages: 2, url: "https://x.example" }], title: "Invoice" }
    expect(Sightings.parse(told)).toEqual({ sightings: [{ kind: "invoice", pages: 2 }] })
  })
})
