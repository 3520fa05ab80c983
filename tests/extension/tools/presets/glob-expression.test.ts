import { describe, expect, it } from "vitest"
import { globExpression } from "../../../../extension/src/tools/presets/glob-expression"

const match = (glob: string, path: string) => {
  const { source, flags } = globExpression(glob)
  return new RegExp(source, flags).exec(path)
}

describe("does", () => {
  it.each([
    ["/invoices/{id}", "/invoices/42", "42"],
    ["/invoices/{id}", "/invoices/42/?tab=lines#top", "42"],
    ["invoices/{id}/edit", "/invoices/VF-1/edit", "VF-1"],
    ["/card.php?id={id}", "/card.php?id=42&mode=view", "42"],
    ["/#/clients/*/invoices/{id}", "/#/clients/9/invoices/42?x=1", "42"],
    ["/**/invoice-{id}", "/a/b/c/invoice-42", "42"],
  ])("reads %s out of %s", (glob, path, id) => {
    expect(match(glob, path)?.groups?.id).toBe(id)
  })
  it("reads any rest, and any one segment", () => {
    expect(match("/sales/**", "/sales/a/b/c?d#e")).not.toBeNull()
    expect(match("/*/invoices", "/7/invoices")).not.toBeNull()
  })
})

describe("refuses", () => {
  it.each([
    ["/invoices/{id}", "/invoices"],
    ["/invoices/{id}", "/invoices/42/lines"],
    ["/invoices/{id}", "/old/invoices/42"],
    ["/*/invoices", "/7/8/invoices"],
    ["/a.b", "/axb"],
  ])("%s is not the path of %s", (glob, path) => {
    expect(match(glob, path)).toBeNull()
  })
})

describe("protects", () => {
  it.each(["*".repeat(200), "/*a*a*a*a*a*a*a*a*a*a*a*ab", "/**a**a**a**a**a**b", "{id}{id}{id}x", "((((/(a+)+$"])(
    "%s cannot hang a page",
    glob => {
      // Would take longer than anybody waits, were it exponential.
      expect(match(glob, `/${"a".repeat(2_000)}`)?.[0] ?? null).toBeDefined()
    },
  )
})
