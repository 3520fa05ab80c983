import { describe, expect, it } from "vitest"
import { pagePath } from "../../../../extension/src/tools/pick/page-path"
import { globExpression } from "../../../../extension/src/tools/presets/glob-expression"

const address = "https://app.books.example/erp"
const path = (page: string, numbers: string[] = []) => pagePath(address, `${address}${page}`, numbers)

describe("the kind of page an address is", () => {
  describe("does", () => {
    it("puts an asterisk where a number, an id or the picked number stands", () => {
      expect(path("/invoices/71")).toBe("/invoices/*")
      expect(path("/invoices/VF-2026-04183/lines")).toBe("/invoices/*/lines")
      expect(path("/i/5f1c9a2e-77aa-4f0e-9b1c-1234567890ab")).toBe("/i/*")
      expect(path("/i/rechnung_ab", ["Rechnung-AB"])).toBe("/i/*")
      expect(path("/v2/invoices/71")).toBe("/v2/invoices/*")
    })
    it("keeps the query only where the path names no record, without what says how it is shown", () => {
      expect(path("/card.php?id=71&tab=lines")).toBe("/card.php?id=*")
      expect(path("/doc.aspx?view=form&id=9")).toBe("/doc.aspx?view=form&id=*")
      expect(path("/invoices/71?from=list")).toBe("/invoices/*")
      expect(path("/open-items?page=3&sort=due")).toBe("/open-items")
    })
    it("reads the address of an application behind a fragment", () => {
      expect(path("/#/sales/71/edit?x=1")).toBe("/#/sales/*/edit")
      expect(path("/web#lines")).toBe("/web")
    })
    it("matches the page it was made of, and its like", () => {
      const pages = [
        "/invoices/71",
        "/card.php?id=71",
        "/#/sales/71/edit",
        "/open-items?page=3",
        "/doc.aspx?view=form&id=9",
      ]
      for (const page of pages) {
        const { source, flags } = globExpression(path(page))
        expect(new RegExp(source, flags).test(page), page).toBe(true)
        expect(new RegExp(source, flags).test(page.replace("71", "99123")), page).toBe(true)
        expect(new RegExp(source, flags).test("/customers/71"), page).toBe(false)
      }
    })
  })
  describe("protects", () => {
    it("numbers and ids: none stands in a rule", () => {
      expect(path("/invoices/VF-2026-04183?customer=10482#/x/10482")).not.toMatch(/\d{3}/)
    })
  })
})
