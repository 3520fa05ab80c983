/** Each preset with rules, on pages that show what its public source shows, read by the real finder in a real browser. */
import { presetNames } from "@casepost/shared/tools"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../../../../extension/src/host-page/findings"
import { presets } from "../../../../extension/src/tools/presets/presets"
import { rulesOf } from "../../../../extension/src/tools/presets/rules-of"
import { decide } from "../../../../extension/src/tools/recognise/decide"
import { type FinderPages, openFinderPages, type ToolPageText } from "../../../support/finder-page.ts"
import { knownCase } from "../../../support/known-case.ts"
import { allPresetPages } from "../../../support/preset-pages/all-preset-pages.ts"

let pages: FinderPages
beforeAll(async () => {
  pages = await openFinderPages()
})
afterAll(() => pages.close())

describe.each(allPresetPages)("%s", (preset, of) => {
  const rules = rulesOf({ address: of.address, preset, pages: [], numberPatterns: [], readsCases: true })
  const read = (page: ToolPageText): Promise<Findings> => pages.read(page, rules)

  describe("does", () => {
    it("binds the invoice of an invoice's page", async () => {
      for (const page of of.invoices) {
        const findings = await read(page)
        expect(findings, page.url).toMatchObject({ page: "case", shows: "invoice" })
        const known = knownCase({
          number: page.number ?? "2026-0117",
          found: page.number ?? page.externalId ?? "",
        })
        const noise = knownCase({ kind: "customer", number: "K-1", found: "9" })
        expect(decide([findings], [noise, known]), page.url).toMatchObject({
          kind: "one",
          found: { number: known.number },
        })
      }
    })
    it("binds the customer of a customer's page", async () => {
      for (const page of of.customers) {
        const findings = await read(page)
        expect(findings, page.url).toMatchObject({ page: "case", shows: "customer" })
        const found = page.number ?? page.externalId ?? ""
        const known = knownCase({ kind: "customer", number: page.number ?? "K-10293", found, customerName: page.name })
        expect(decide([findings], [known]), page.url).toMatchObject({ kind: "one", found: { number: known.number } })
      }
    })
    it("reads the rows of a list, and which are ticked", async () => {
      for (const page of of.lists) {
        const findings = await read(page)
        expect(findings.page, page.url).toBe("list")
        const texts = findings.groups.flatMap(group => group.texts.map(({ text }) => text))
        expect(texts, page.url).toEqual(page.numbers)
        expect(findings.ticked, page.url).toEqual(page.ticked)
      }
    })
  })
  describe("refuses", () => {
    it("binds nothing to a new, changed or draft invoice", async () => {
      for (const page of of.drafts) {
        const findings = await read(page)
        const known = of.invoices.map(one => knownCase({ number: one.number ?? "2026-0117", found: one.number }))
        expect(findings.page, page.url).toBe("draft")
        expect(decide([findings], known), page.url).toEqual({ kind: "none", why: "draft", numbers: [] })
      }
    })
    it("binds nothing on a page that shows something else, whatever number stands there", async () => {
      for (const page of of.others) {
        const findings = await read(page)
        const byNumber = of.invoices.map(one =>
          knownCase({ number: one.number ?? "2026-0117", found: one.number ?? one.externalId ?? "" }),
        )
        const byId = of.invoices.map(one => knownCase({ number: "VF-1", found: one.externalId ?? "-", id: "by-id" }))
        for (const known of [byNumber, byId, [...byNumber, ...byId]])
          expect(decide([findings], known).kind, page.url).not.toBe("one")
      }
    })
  })
  describe("protects", () => {
    it("binds no invoice found by an id whose number is not on the page", async () => {
      for (const page of of.invoices.filter(one => one.externalId)) {
        const findings = await read(page)
        const other = knownCase({ number: "VF-2025-99999", found: page.externalId })
        expect(decide([findings], [other]).kind, page.url).not.toBe("one")
      }
    })
  })
})

describe("every preset", () => {
  it("has a name, examples that are patterns, and paths that are expressions", () => {
    for (const name of presetNames) {
      const preset = presets[name]
      expect(preset.name).not.toBe("")
      expect(preset.patternExamples.length).toBeGreaterThan(0)
      for (const page of preset.pages) expect(() => new RegExp(page.path.source, page.path.flags)).not.toThrow()
    }
  })
})
