import { describe, expect, it } from "vitest"
import { isDoubtful } from "../../../../../extension/src/host-page/finder/texts/doubt.ts"

const vf = "VF-2026-04183"

describe("does", () => {
  it.each([
    ["/x", [`Invoice ${vf} for order SO-2026-112`]],
    ["/x", ["Orders - App", `Invoice ${vf}`]],
    ["/x", [`Facture ${vf}`]],
    ["/sales/orders/12/invoices/3?order=desc", [`Invoice ${vf}`]],
    ["/x", ["New York Pizza B.V."]],
  ])("trusts %s with %s", (path, titles) => {
    expect(isDoubtful({ path, titles })).toBe(false)
  })
})

describe("refuses", () => {
  it.each([
    ["what is made from another record", "/invoices/new?copy_from=7", ["Invoice"]],
    ["a new record", "/x", ["Neue Rechnung"]],
    ["a record that is being made", "/x", ["Rechnung erstellen"]],
    ["what was searched for", "/x", [`Search results for ${vf}`]],
    ["an overview of many", "/x", ["Dashboard"]],
    ["an order, whatever the application is called", "/x", [`Order ${vf} - Invoice Manager`]],
    ["a delivery note", "/x", [`Lieferschein ${vf}`]],
    ["an expense", "/expenses/4", [vf]],
    ["a supplier's invoice in French", "/fourn/facture/card.php?id=4", [vf]],
  ])("doubts %s", (_, path, titles) => {
    expect(isDoubtful({ path, titles })).toBe(true)
  })
})

describe("protects", () => {
  it("takes a long address and many titles in time", () => {
    const titles = Array.from({ length: 50 }, () => "order ".repeat(2_000))
    expect(isDoubtful({ path: `/${"a/".repeat(5_000)}`, titles })).toBe(true)
  })
})
