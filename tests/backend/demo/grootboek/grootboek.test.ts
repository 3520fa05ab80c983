import { customers } from "@casepost/backend/cases/tables"
import { demoTools } from "@casepost/backend/demo/demo-tools"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDemoHouse } from "../../../support/demo-house.ts"
import type { TestHouse } from "../../../support/house.ts"
import { makeWorld } from "../../../support/make.ts"

describe("grootboek", () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openDemoHouse("http://localhost:8787")
  })
  afterAll(() => house.database.close())
  const get = async (path: string) => demoTools(house).request(path)
  const text = async (path: string) => (await get(path)).text()

  describe("does", () => {
    it("show an invoice with lines that make up its amount", async () => {
      const page = await text("/demo/invoices/VF-2026-04183")
      expect(page).toContain("<title>Invoice VF-2026-04183 | Grootboek Online</title>")
      for (const part of ["Kalkzandsteen lijmblok", "10.314,46", "2.166,04", "12.480,50", "Industrieweg 14"])
        expect(page).toContain(part)
    })
    it("make up the lines of every invoice of a page, credit notes too", async () => {
      const list = await text("/demo/open-items")
      const numbers = [...list.matchAll(/demo\/invoices\/([^"]+)"/g)].map(([, number]) => number ?? "")
      expect(numbers).toHaveLength(25)
      for (const number of numbers.slice(0, 12)) {
        const page = await text(`/demo/invoices/${number}`)
        const [lines = "", totals = ""] = page.split("<tfoot>")
        const amounts = [...lines.matchAll(/<td class="amount">(-?[\d.]+,\d\d)<\/td><\/tr>/g)].map(([, sum]) =>
          cents(sum),
        )
        const subtotal = cents(/Subtotal<\/th><td class="amount">(-?[\d.]+,\d\d)/.exec(totals)?.[1])
        expect(
          amounts.reduce((sum, amount) => sum + amount, 0),
          number,
        ).toBe(subtotal)
      }
    })
    it("list invoices, open ones too, with a box to tick for each", async () => {
      for (const path of ["/demo/invoices", "/demo/open-items"]) {
        const page = await text(path)
        expect(page.match(/type="checkbox" name="invoice"/g)).toHaveLength(25)
      }
      expect(await text("/demo/invoices?search=Jansen%20%26%20Zonen")).toContain("VF-2026-03401")
    })
    it("show a customer with her open items", async () => {
      const page = await text("/demo/customers/10482")
      expect(page).toContain("<title>Customer 10482 Jansen &amp; Zonen Aannemers B.V. | Grootboek Online</title>")
      expect(page).toContain("info@jansen.example")
    })
    it("show the same pages under /demo/app, with links that stay there", async () => {
      const page = await text("/demo/app/invoices/VF-2026-04183")
      expect(page).toContain('href="/demo/app/customers/10482"')
      expect(page).not.toMatch(/href="\/demo\/(?!app|grootboek)/)
    })
    it("answer at every link of its own", async () => {
      const links = new Set(
        [...(await text("/demo/invoices/VF-2026-04183")).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, to]) => to ?? ""),
      )
      for (const link of links) expect((await get(link)).status, link).toBeLessThan(400)
    })
  })

  describe("refuses", () => {
    it.each(["/demo/invoices/VF-0000-00000", "/demo/customers/0", "/demo/app/invoices/x"])(
      "what is not there: %s",
      async path => {
        expect((await get(path)).status).toBe(404)
      },
    )
    it("a page that cannot be: it shows the first", async () => {
      for (const page of ["0", "-1", "x", "1e9"]) expect((await get(`/demo/invoices?page=${page}`)).status).toBe(200)
    })
  })

  describe("protects", () => {
    it("other organisations: it shows the demo's cases only", async () => {
      const other = await makeWorld(house, "Somebody else")
      await house.database.owner.insert(customers).values({ ...other, number: "99001", name: "Secret B.V." })
      expect((await get("/demo/customers/99001")).status).toBe(404)
      expect(await text("/demo/invoices?search=Secret")).not.toContain("Secret B.V.")
    })
    it("its pages from what was searched for", async () => {
      const page = await text(`/demo/invoices?search=${encodeURIComponent('"><script>alert(1)</script>')}`)
      expect(page).not.toContain("<script>alert")
    })
    it("whoever opens it from everything of other places", async () => {
      const policy = (await get("/demo/invoices")).headers.get("content-security-policy") ?? ""
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    })
  })
})

function cents(amount = ""): number {
  return Math.round(Number(amount.replaceAll(".", "").replace(",", ".")) * 100)
}
