/** What is pointed at on one page of a tool is read on its other pages, by the real finder: and nothing on the page of a new draft. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { KnownNumber, PickedPlace, PickStep } from "../../../../extension/src/host-page/pick/pick-calls"
import { pickedOf } from "../../../../extension/src/tools/pick/pages-of"
import { rulesOf } from "../../../../extension/src/tools/presets/rules-of"
import { type FinderPages, openFinderPages, type ToolPageText } from "../../../support/finder-page.ts"
import { pointAt } from "../../../support/pointed.ts"

const address = "https://app.books.example"
const invoice = (text: string): KnownNumber => ({ text, kind: "invoice", state: "open" })

let pages: FinderPages
beforeAll(async () => {
  pages = await openFinderPages()
})
afterAll(() => pages.close())

async function point(of: ToolPageText, at: string, input: { step?: PickStep; known?: KnownNumber[] } = {}) {
  const page = await pages.open(of)
  const judged = await pointAt(page, at, input)
  await page.close()
  return judged
}

function rulesFrom(place: PickedPlace | undefined) {
  const picked = place && pickedOf({ address }, [place])
  if (!picked) throw new Error("Nothing was kept.")
  return {
    picked,
    rules: rulesOf({ address, preset: null, pages: picked.pages, numberPatterns: [], readsCases: true }),
  }
}

async function readElsewhere(place: PickedPlace | undefined, of: ToolPageText): Promise<string[]> {
  const findings = await pages.read(of, rulesFrom(place).rules)
  return findings.groups.filter(({ by }) => by === "element").flatMap(({ texts }) => texts.map(({ text }) => text))
}

/** The same page of a tool with another invoice, moved about as applications do; and that of a new one. */
const tools: Record<string, { at: string; one: ToolPageText; other: ToolPageText; fresh: ToolPageText }> = {
  "a heading with a badge in it": {
    at: "h1",
    one: {
      url: `${address}/invoices/VF-2026-04183`,
      html: `<nav><a href="/invoices">Invoices</a></nav><main><p>Sales › VF-2026-04183</p><h1>Invoice VF-2026-04183 <i>Overdue</i></h1></main>`,
    },
    other: {
      url: `${address}/invoices/VF-2026-99911?tab=lines`,
      html: `<nav><a href="/invoices">Invoices</a></nav><main><div role="alert">Saved VF-2026-00001</div><p>Sales</p><h1>Invoice VF-2026-99911</h1></main>`,
    },
    fresh: { url: `${address}/invoices/new`, html: `<main><h1>New invoice</h1></main>` },
  },
  "a field among fields with generated ids": {
    at: "input[name=number]",
    one: {
      url: `${address}/#/sales/INV20260118/edit`,
      html: `<form><input id="input-81" name="customer" value="10482"><input id="input-82" class="css-1x9aa" name="number" value="INV20260118"></form>`,
    },
    other: {
      url: `${address}/#/sales/INV20260977/edit`,
      html: `<form><input id="input-12" name="po" value="77001"><input id="input-13" name="customer" value="10999"><input id="input-14" class="css-77bb1" name="number" value="INV20260977"></form>`,
    },
    fresh: {
      url: `${address}/#/sales/new/edit`,
      html: `<form><input name="customer"><input name="number" value="Draft"></form>`,
    },
  },
  "a cell without any name": {
    at: "td:text('4471900')",
    one: {
      url: `${address}/doc.aspx?id=71&view=form`,
      html: `<table><tr><td>Date</td><td>17-09-2026</td></tr><tr><td>Number</td><td>4471900</td></tr></table>`,
    },
    other: {
      url: `${address}/doc.aspx?id=9982&view=form&tab=2`,
      html: `<p>Welcome back</p><table><tr><td>Date</td><td>01-02-2026</td></tr><tr><td>Number</td><td>4471988</td></tr></table>`,
    },
    fresh: {
      url: `${address}/doc.aspx?id=0&view=form`,
      html: `<table><tr><td>Date</td><td>01-02-2026</td></tr><tr><td>Number</td><td>(new)</td></tr></table>`,
    },
  },
  "a number in pieces": {
    at: "b:text('2026')",
    one: {
      url: `${address}/i/8812`,
      html: `<div class="doc-head"><span>Factuur</span> <span class="doc-number"><b>VF-</b><b>2026</b><b>-04183</b></span></div>`,
    },
    other: {
      url: `${address}/i/8813`,
      html: `<div class="doc-head"><span>Factuur</span> <span class="doc-number"><b>VF-</b><b>2026</b><b>-05000</b></span></div>`,
    },
    fresh: {
      url: `${address}/i/0`,
      html: `<div class="doc-head"><span>Factuur</span> <span class="doc-number">concept</span></div>`,
    },
  },
  "an open shadow root": {
    at: "b",
    one: {
      url: `${address}/records/5001`,
      html: `<record-head><template shadowrootmode="open"><p>Invoice <b>VF-2026-04183</b></p></template></record-head>`,
    },
    other: {
      url: `${address}/records/5002`,
      html: `<p>x</p><record-head><template shadowrootmode="open"><p>Invoice <b>VF-2026-04222</b></p></template></record-head>`,
    },
    fresh: {
      url: `${address}/records/new`,
      html: `<record-head><template shadowrootmode="open"><p>Invoice <b>new</b></p></template></record-head>`,
    },
  },
  "a text cut off, whole in an attribute": {
    at: "span[title]",
    one: {
      url: `${address}/x/10001`,
      html: `<aside><span data-field="docno" title="VF-2026-04183">VF-…</span></aside>`,
    },
    other: {
      url: `${address}/x/10002`,
      html: `<aside><span data-field="docno" title="VF-2026-04190">VF-…</span></aside>`,
    },
    fresh: { url: `${address}/x/10003`, html: `<aside><span data-field="docno" title="">…</span></aside>` },
  },
  "under a cover of the page": {
    at: "h2",
    one: {
      url: `${address}/c/1044`,
      html: `<section class="invoice"><h2>VF-2026-04183</h2></section><div style="position:fixed;inset:0"></div>`,
    },
    other: {
      url: `${address}/c/1045`,
      html: `<h2>Cookies</h2><section class="invoice"><h2>VF-2026-04184</h2></section>`,
    },
    fresh: { url: `${address}/c/1046`, html: `<section class="invoice"><h2>Draft</h2></section>` },
  },
}

describe("a rule made by pointing", () => {
  describe("does", () => {
    it.each(Object.entries(tools))("reads %s on another page", async (_, { at, one, other }) => {
      const numbers = { one: numberOf(one), other: numberOf(other) }
      const judged = await point(one, at, { known: [invoice(numbers.one)] })
      expect(judged).toMatchObject({ look: "known", number: numbers.one, said: "is an open invoice" })
      expect(await readElsewhere(judged.place, other)).toEqual([numbers.other])
    })
    it("reads a list from one of its rows", async () => {
      for (const [at, html, more] of lists) {
        const url = `${address}/open-items?page=2`
        const judged = await point({ url, html: html([4183, 4184, 99]) }, at, {
          step: "rows",
          known: [invoice("VF-2026-4183")],
        })
        expect(judged, at).toMatchObject({ look: "known", also: 2 })
        expect(judged.how).toContain("3 rows are read like this")
        const place = judged.place
        expect(rulesFrom(place).picked.pages[0]).toMatchObject({ shows: "list", path: "/open-items" })
        const elsewhere = { url: `${address}/open-items?page=3`, html: `${more}${html([5001, 5002, 77, 5004])}` }
        expect(await readElsewhere(place, elsewhere), at).toEqual([
          "VF-2026-5001",
          "VF-2026-5002",
          "VF-2026-77",
          "VF-2026-5004",
        ])
      }
    })
    it("reads what stands in a frame of the tool", async () => {
      const frames = { "/frame/88123": `<h3 itemprop="number">VF-2026-04183</h3>` }
      const page = await pages.open({ url: `${address}/shell`, html: `<iframe src="/frame/88123"></iframe>`, frames })
      await page.frameLocator("iframe").locator("h3").waitFor()
      const box = await page.frameLocator("iframe").locator("h3").boundingBox()
      await page.evaluate(at => {
        const mark = document.createElement("i")
        Object.assign(mark.style, {
          position: "fixed",
          left: `${at.x}px`,
          top: `${at.y + 4}px`,
          width: "8px",
          height: "8px",
        })
        document.body.append(mark)
      }, box ?? { x: 0, y: 0 })
      const judged = await pointAt(page, "i", { known: [invoice("VF-2026-04183")] })
      expect(judged.place).toMatchObject({ page: `${address}/frame/88123`, selector: 'h3[itemprop="number"]' })
      const elsewhere = { url: `${address}/frame/99456`, html: `<h3 itemprop="number">VF-2026-04199</h3>` }
      expect(await readElsewhere(judged.place, elsewhere)).toEqual(["VF-2026-04199"])
    })
  })

  describe("refuses", () => {
    it.each(Object.entries(tools))("%s on the page of a new draft", async (_, { at, one, fresh }) => {
      const judged = await point(one, at, { known: [invoice(numberOf(one))] })
      expect(await readElsewhere(judged.place, fresh)).toEqual([])
    })
    it("what is no number, a customer where an invoice is asked for, and a row that stands alone", async () => {
      const url = `${address}/a/1234`
      expect(await point({ url, html: "<h1>Invoices</h1>" }, "h1")).toMatchObject({
        look: "none",
        said: "No number here",
      })
      // Two blocks beside each other are not one word.
      const blocks = "<main><h1>All invoices</h1><p>10482</p></main>"
      expect(await point({ url, html: blocks }, "h1")).toMatchObject({ look: "none" })
      expect(await point({ url, html: "<p>17-09-2026</p>" }, "p")).toMatchObject({ look: "none" })
      expect(await point({ url, html: "<p>€ 12.480,50</p>" }, "p")).toMatchObject({ look: "none" })
      const customer: KnownNumber = { text: "10482", kind: "customer", state: "open" }
      const other = await point({ url, html: "<p>10482</p>" }, "p", { known: [customer] })
      expect(other).toMatchObject({ said: "is a customer", how: "Point at the invoice number, or press Skip." })
      expect(other.place).toBeUndefined()
      const alone = await point({ url, html: "<p>VF-2026-1</p>" }, "p", { step: "rows" })
      expect(alone.place).toBeUndefined()
    })
    it("to hide that Casepost does not know a number", async () => {
      const judged = await point({ url: `${address}/a/1234`, html: "<h1>VF-2026-55555</h1>" }, "h1")
      expect(judged).toMatchObject({ look: "unknown", said: "is not known to Casepost" })
    })
    it("a frame of another site, and one without an address", async () => {
      const html = `<iframe src="https://other.example/"></iframe>`
      const foreign = await point({ url: `${address}/a/1`, html }, "iframe")
      expect(foreign).toMatchObject({ look: "none", said: "Another site's frame" })
      const own = await point(
        {
          url: `${address}/a/1`,
          html: `<iframe srcdoc="<body style='margin:0'><h1 style='margin:50px 0'>VF-2026-04183</h1>"></iframe>`,
        },
        "iframe",
      )
      expect(own.place).toBeUndefined()
      expect(own.how).toContain("no address of its own")
    })
  })

  describe("protects", () => {
    it("what is typed: passwords, letters that are being written, hidden values", async () => {
      const url = `${address}/a/1234`
      const fields = [
        `<input type="password" value="VF-2026-04183">`,
        "<textarea>VF-2026-04183</textarea>",
        `<div contenteditable>VF-2026-04183</div>`,
      ]
      for (const html of fields)
        expect(await point({ url, html }, "input, textarea, div"), html).toMatchObject({ look: "none" })
    })
    it("the page: a rule holds no number, no name and nothing of what stands there", async () => {
      const html = `<main><section aria-label="Jansen 10482"><h1 id="inv-4183" class="VF-2026-04183 bdVaJa">VF-2026-04183</h1></section></main>`
      const judged = await point({ url: `${address}/invoices/VF-2026-04183`, html }, "h1")
      const { picked } = rulesFrom(judged.place)
      expect(JSON.stringify(picked)).not.toMatch(/4183|10482|Jansen|bdVaJa/)
      expect(picked.pages[0]?.path).toBe("/invoices/*")
    })
  })
})

const lists: [at: string, html: (numbers: number[]) => string, more: string][] = [
  [
    "td >> nth=1",
    numbers =>
      `<table><thead><tr><th></th><th>No</th></tr></thead><tbody>${numbers.map(no => `<tr><td><input type=checkbox></td><td>VF-2026-${no}</td><td>10${no}</td></tr>`).join("")}</tbody></table>`,
    "",
  ],
  [
    "[role=row] >> nth=1 >> a",
    numbers =>
      `<div role="grid"><div role="row"><b>Number</b></div>${numbers.map(no => `<div role="row" id="row-${no}"><span role="gridcell"><a href="/i/${no}">VF-2026-${no}</a></span></div>`).join("")}</div>`,
    "<p>Two messages</p>",
  ],
  [
    "li >> nth=0",
    numbers => `<ul class="results">${numbers.map(no => `<li>Invoice VF-2026-${no}</li>`).join("")}</ul>`,
    "<ul><li>Home</li></ul>",
  ],
]

function numberOf(page: ToolPageText): string {
  const flat = page.html.replace(/<nav.*?<\/nav>|<div role="alert">.*?<\/div>/g, "").replace(/<\/?b>/g, "")
  return /VF-\d{4}-\d+|INV\d{8}|44719\d\d/.exec(flat)?.[0] ?? ""
}
