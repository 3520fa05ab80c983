import { placeholderNames } from "@casepost/shared/placeholders"
import { describe, expect, it } from "vitest"
import {
  bestPlace,
  matchingPlaceholders,
  placeholderOptions,
} from "../../../../../extension/src/ui/text/placeholders/placeholder-groups.ts"

const labels = (typed: string) => matchingPlaceholders(typed).map(option => option.label)

describe("does", () => {
  it("shows all of them in their groups when nothing was typed", () => {
    expect(matchingPlaceholders("")).toHaveLength(placeholderNames.length)
    expect(new Set(placeholderOptions.map(option => option.group))).toEqual(
      new Set(["Customer", "Contact", "Case", "Invoice", "Matter", "Open invoices", "We", "You", "Portal"]),
    )
  })
  it("finds by the words of the label, in any order, and by name", () => {
    expect(labels("number inv")).toContain("Invoice number")
    expect(labels("invoice.du")).toEqual(["Due date"])
    expect(labels("OPENINVOICES.TABLE")).toEqual(["Table of open invoices"])
  })
  it("marks the one that begins with what was typed", () => {
    const found = matchingPlaceholders("open amount")
    expect(found[bestPlace(found, "open amount")]?.name).toBe("invoice.openAmount")
  })
})

describe("refuses", () => {
  it("finds nothing for what is no placeholder", () => {
    expect(labels("zzz")).toEqual([])
    expect(labels("invoice.number|x")).toEqual([])
  })
})
