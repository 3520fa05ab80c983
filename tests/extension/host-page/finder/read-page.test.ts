/** What the finder reads of pages that nobody knew when it was written, and of pages that would lead it astray. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Findings, FoundBy } from "../../../../extension/src/host-page/findings"
import type { PageRules } from "../../../../extension/src/host-page/rules"
import { rulesOf } from "../../../../extension/src/tools/presets/rules-of"
import { decide } from "../../../../extension/src/tools/recognise/decide"
import { textsOf } from "../../../../extension/src/tools/recognise/texts-of"
import { type FinderPages, openFinderPages, readPageOf } from "../../../support/finder-page.ts"
import { knownCase } from "../../../support/known-case.ts"
import { documentOf } from "../../../support/preset-pages/preset-page.ts"
import { unreadable, unseenPages } from "../../../support/unseen-pages.ts"

let pages: FinderPages
beforeAll(async () => {
  pages = await openFinderPages()
})
afterAll(() => pages.close())

const rulesFor = (
  url: string,
  numberPatterns: string[] = [],
  more: Partial<Parameters<typeof rulesOf>[0]> = {},
): PageRules =>
  rulesOf({ address: new URL(url).origin, preset: null, pages: [], numberPatterns, readsCases: true, ...more })
const textsBy = (findings: Findings, by: FoundBy) =>
  findings.groups.filter(group => group.by === by).flatMap(group => group.texts.map(({ text }) => text))
const at = (url: string, body: string, title = "Start") => ({ url, html: documentOf(title, body) })
const invoice = knownCase({ number: "VF-2026-04183" })
const vf = ["VF-####-#####"]

describe("does", () => {
  it.each([
    [
      "an accounting application laid out in tables",
      unseenPages.accounting,
      knownCase({ number: "RE-2026-0815" }),
      "title",
    ],
    ["an application that turns its pages behind #", unseenPages.heading, invoice, "title"],
    ["JSON-LD, but not of the order it refers to", unseenPages.linked, invoice, "data"],
    ["microdata", unseenPages.microdata, invoice, "data"],
    ["a mail that names an invoice", unseenPages.mail, invoice, "pattern"],
    ["an open shadow root, and no closed one", unseenPages.shadow, invoice, "pattern"],
  ])("recognises %s", async (_, page, known, by) => {
    const findings = await pages.read(page, rulesFor(page.url, vf))
    expect(decide([findings], [known])).toMatchObject({ kind: "one", found: { number: known.number, by } })
  })
  it("recognises the frame that shows a record, and reads no hidden one", async () => {
    const page = await pages.open(unseenPages.framed)
    const frames = page.frames()
    const found: Findings[] = []
    for (const frame of frames) found.push(await readPageOf(frame, rulesFor(unseenPages.framed.url)))
    const before = knownCase({ number: "VF-2026-55555" })
    expect(decide(found, [before, invoice])).toMatchObject({ kind: "one", found: { number: "VF-2026-04183" } })
    await page.close()
  })
  it("takes the customer of the one address where no number stands", async () => {
    const page = at("https://crm.example/contact", "<p>Anouk, post@bakkerij.example</p>")
    const known = knownCase({ kind: "customer", number: "K-10293", found: "post@bakkerij.example" })
    expect(decide([await pages.read(page, rulesFor(page.url))], [known])).toMatchObject({ kind: "one" })
  })
  it("reads the number out of a form, whatever its rows", async () => {
    const row = (label: string, value: string) => `<tr><td>${label}</td><td>${value}</td><td>Note</td><td>-</td></tr>`
    const page = at(
      "https://form.example/x",
      `<table>${row("Customer", "Smit")}${row("Invoice", "VF-2026-04183")}${row("Terms", "30 days")}${row("Sent", "yes")}</table>`,
    )
    expect(decide([await pages.read(page, rulesFor(page.url, vf))], [invoice]).kind).toBe("one")
  })
  it("reads a number whatever dashes it is written with, and with a slash that the address encodes", async () => {
    const dashed = at("https://a.example/x", "<h1>Invoice VF\u20112026\u201104183</h1>")
    expect(decide([await pages.read(dashed, rulesFor(dashed.url))], [invoice]).kind).toBe("one")
    const encoded = at("https://a.example/docs/FA%2F2026%2F117", "<h1>Document</h1>")
    expect(textsOf([await pages.read(encoded, rulesFor(encoded.url))])?.numbers).toContain("FA/2026/117")
  })
  it("reads the address behind a name in a mail", async () => {
    const page = at(
      "https://mail.example/m",
      '<h1>Question</h1><a href="mailto:post@bakkerij.example?subject=x">Anouk</a>',
    )
    const known = knownCase({ kind: "customer", number: "K-10293", found: "post@bakkerij.example" })
    expect(decide([await pages.read(page, rulesFor(page.url))], [known]).kind).toBe("one")
  })
  it("reads digits where an administration declared that its numbers are digits", async () => {
    const known = knownCase({ number: "20260117" })
    const { url } = unseenPages.digits
    expect(decide([await pages.read(unseenPages.digits, rulesFor(url))], [known]).kind).toBe("several")
    expect(decide([await pages.read(unseenPages.digits, rulesFor(url, ["202#####"]))], [known]).kind).toBe("one")
  })
  it("reads the rows of a grid, and those that are selected", async () => {
    const findings = await pages.read(unseenPages.grid, rulesFor(unseenPages.grid.url, vf))
    expect(findings.page).toBe("list")
    expect(findings.ticked).toEqual(["VF-2026-00001", "VF-2026-00003"])
  })
  it("reads what an administrator pointed at, under the tool's own path", async () => {
    const page = at("https://erp.example/books/12/documents/7?tab=lines", '<b class="nr">Document VF-2026-04183</b>')
    const rules = rulesOf({
      address: "https://erp.example/books/{administration}",
      preset: null,
      numberPatterns: [],
      readsCases: true,
      pages: [
        {
          shows: "case",
          path: "/documents/{id}",
          fields: [
            { names: "number", kind: "invoice", from: "text", selector: ".nr", pattern: "VF-####-#####" },
            { names: "external-id", kind: "invoice", from: "path" },
          ],
        },
      ],
    })
    const findings = await pages.read(page, rules)
    expect(findings).toMatchObject({ page: "case", shows: "invoice" })
    expect(textsBy(findings, "address")).toEqual(["7"])
    expect(textsBy(findings, "element")).toEqual(["VF-2026-04183"])
  })
  it("gives both numbers where the address and the page disagree", async () => {
    const page = at(
      "https://erp.example/app/sales-invoice/VF-2026-00001",
      '<div class="frappe-control" data-fieldname="customer"></div><span id="n">VF-2026-00002</span>',
    )
    const rules = rulesFor(page.url, [], {
      preset: "erpnext",
      pages: [
        {
          shows: "case",
          path: "/app/sales-invoice/{id}",
          fields: [
            { names: "number", kind: "invoice", from: "path" },
            { names: "number", kind: "invoice", from: "text", selector: "#n" },
          ],
        },
      ],
    })
    const findings = await pages.read(page, rules)
    expect([textsBy(findings, "address"), textsBy(findings, "element")]).toEqual([["VF-2026-00001"], ["VF-2026-00002"]])
  })
})

describe("refuses", () => {
  it("reads nothing that cannot be seen, is being written, or only looks like a number of the administration", async () => {
    const findings = await pages.read(
      { url: "https://hidden.example/", html: unreadable },
      rulesFor("https://hidden.example", vf),
    )
    expect(textsBy(findings, "pattern")).toEqual([])
    expect(
      findings.words.filter(word => /^VF-/.test(word) && !["VF-2026-100180", "VF-2026-10019a"].includes(word)),
    ).toEqual([])
    expect(textsBy(findings, "title")).toEqual([])
  })
  it("leaves the page that was open before alone, where an application keeps it in the document", async () => {
    const page = at(
      "https://spa.example/x",
      `<section style="display:none"><h1>Invoice VF-2026-00009</h1></section><section><h1>Invoice VF-2026-04183</h1></section>`,
    )
    const before = knownCase({ number: "VF-2026-00009" })
    expect(decide([await pages.read(page, rulesFor(page.url))], [before, invoice])).toMatchObject({
      kind: "one",
      found: { number: "VF-2026-04183" },
    })
  })
  it.each([
    ["purchase invoices", at("https://a.example/x", "<h1>Purchase invoice VF-2026-04183</h1>")],
    ["inkoopfacturen", at("https://a.example/x", "<h1>Inkoopfactuur VF-2026-04183</h1>")],
    ["a supplier's address", at("https://a.example/suppliers/9", "<h1>VF-2026-04183</h1>")],
    ["drafts", at("https://a.example/x", "<h1>Draft invoice VF-2026-04183</h1>")],
    ["conceptfacturen", at("https://a.example/x", "<h1>Factuur VF-2026-04183 (concept)</h1>")],
    ["quotes", at("https://a.example/x", "<h1>Offerte VF-2026-04183</h1>")],
    ["orders", at("https://a.example/orders/VF-2026-04183", "<h1>VF-2026-04183</h1>")],
  ])("binds nothing on pages of %s", async (_, page) => {
    expect(decide([await pages.read(page, rulesFor(page.url, vf))], [invoice]).kind).toBe("several")
  })
  it("takes a customer's name for no draft", async () => {
    const page = at("https://a.example/x", "<h1>VF-2026-04183 Concept Store B.V.</h1>")
    expect(decide([await pages.read(page, rulesFor(page.url, vf))], [invoice]).kind).toBe("one")
  })
  it("binds no invoice out of a list, were it the only one that Casepost knows", async () => {
    const { url } = unseenPages.grid
    const known = knownCase({ number: "VF-2026-00002" })
    expect(decide([await pages.read(unseenPages.grid, rulesFor(url, vf))], [known])).toMatchObject({
      kind: "several",
      isList: true,
      ticked: [],
    })
  })
  it.each([
    [
      "a list of mails, one of which names an invoice",
      at(
        "https://mail.example/inbox",
        `<table>${["Your order", "About VF-2026-04183", "Holiday", "Lunch"].map(subject => `<tr><td><input type="checkbox"></td><td>Anouk</td><td>${subject}</td></tr>`).join("")}</table>`,
      ),
    ],
    [
      "a list of what was opened before",
      at(
        "https://tool.example/home",
        `<ul>${["Dashboard", "VF-2026-04183", "Reports", "Settings"].map(entry => `<li><a href="#">${entry}</a></li>`).join("")}</ul>`,
      ),
    ],
  ])("binds no invoice out of %s", async (_, page) => {
    expect(decide([await pages.read(page, rulesFor(page.url, vf))], [invoice]).kind).toBe("several")
  })
  it("binds no customer out of a list of mails", async () => {
    const { url } = unseenPages.mailbox
    const known = knownCase({ kind: "customer", number: "K-1", found: "c@customer.example" })
    expect(decide([await pages.read(unseenPages.mailbox, rulesFor(url, vf))], [known]).kind).toBe("several")
  })
  it("reads no cases where a tool is only for its mail fields", async () => {
    const findings = await pages.read(unseenPages.heading, rulesFor(unseenPages.heading.url, vf, { readsCases: false }))
    expect(findings.groups).toEqual([])
  })
  it("takes no id from a page that the tool's rules do not speak of", async () => {
    const page = at("https://erp.example/quotes/9001", "<h1>Start</h1>")
    expect(textsOf([await pages.read(page, rulesFor(page.url))])?.externalIds).toEqual(["9001"])
    const withRules = await pages.read(page, rulesFor(page.url, [], { preset: "dolibarr" }))
    expect(textsOf([withRules])?.externalIds ?? []).toEqual([])
  })
  it.each([
    ["under a box that is shut to no height", `<div style="height: 0; overflow: hidden">#</div>`],
    [
      "inside a text for screen readers",
      `<div style="position: absolute; width: 1px; height: 1px; overflow: hidden">#</div>`,
    ],
    [
      "beside the slide that is shown",
      `<div style="width: 300px; overflow: hidden"><div style="transform: translateX(400px)">#</div></div>`,
    ],
    ["before the edge of the page", `<p style="text-indent: -9999px; overflow: hidden">VF-2026-04183</p>`],
  ])("reads no number that stands %s", async (_, around) => {
    const hidden = around.replace("#", `<p style="width: 250px">Invoice <b>VF-2026-04183</b></p>`)
    const page = at("https://shut.example/start", `<p>Nothing else</p>${hidden}`)
    expect(JSON.stringify((await pages.read(page, rulesFor(page.url, vf))).groups)).not.toContain("04183")
  })
  it("reads on in what is scrolled, and in what a box around it does not cut", async () => {
    const page = at(
      "https://scrolled.example/start",
      `<div style="height: 100px; overflow: auto"><div style="height: 900px"></div><p>VF-2026-04183</p></div>
        <div style="height: 0; overflow: hidden"><p style="position: absolute">VF-2026-04184</p></div>
        <div style="display: contents; overflow: hidden"><p>VF-2026-04185</p></div>`,
    )
    const found = textsBy(await pages.read(page, rulesFor(page.url, vf)), "pattern")
    expect(found).toEqual(["VF-2026-04183", "VF-2026-04184", "VF-2026-04185"])
  })
  it("takes data that nobody sees for nothing, also where it has the form of a declared number", async () => {
    const data = `<script type="application/ld+json">{"@type":"Invoice","confirmationNumber":"VF-2026-04184"}</script>`
    const page = at("https://turned.example/start", `${data}<h1>Invoice VF-2026-04183</h1>`)
    const known = [knownCase({ number: "VF-2026-04184" }), invoice]
    const findings = await pages.read(page, rulesFor(page.url, vf))
    expect(decide([findings], known)).toMatchObject({ kind: "one", found: { number: "VF-2026-04183", by: "title" } })
    expect(decide([findings], known.slice(0, 1)).kind).not.toBe("one")
  })
})

describe("protects", () => {
  it("reads a page of ten thousand rows up to its limits, and says so", async () => {
    const row = (at: number) =>
      `<tr><td>VF-2026-${String(10_000 + at)}</td><td>Customer ${at}</td><td>${at},00</td></tr>`
    const page = at(
      "https://long.example/",
      `<table>${Array.from({ length: 10_000 }, (_, place) => row(place)).join("")}</table>`,
    )
    const findings = await pages.read(page, rulesFor(page.url, vf))
    expect(findings.isWhole).toBe(false)
    for (const group of findings.groups) expect(group.texts.length).toBeLessThanOrEqual(200)
    expect(findings.words.length).toBeLessThanOrEqual(400)
    const texts = textsOf([findings])
    expect(texts?.numbers.length).toBeLessThanOrEqual(200)
    expect(decide([findings], [knownCase({ number: "VF-2026-10000" })]).kind).not.toBe("one")
  })
  it("survives rules that are none, and data that is none", async () => {
    const page = at(
      "https://broken.example/a",
      '<script type="application/ld+json">{"@type":["Invoice"],"identifier":{"value":{"value":1}},"customer":7}</script><script type="application/ld+json">{</script><h1>VF-2026-04183</h1>',
    )
    const broken: PageRules = {
      under: 3,
      readsCases: true,
      patterns: [{ source: "(", flags: "" }],
      pages: [
        { shows: "case", path: { source: "[", flags: "" }, fields: [] },
        {
          shows: "list",
          path: { source: "", flags: "" },
          needs: ["h1"],
          fields: [{ names: "number", kind: "invoice", from: "text", selector: "<<" }],
          rows: { selector: "((", ticked: "))" },
        },
      ],
    }
    expect((await pages.read(page, broken)).page).toBe("list")
  })
  it("reads no password, textarea or text being written, even where a rule points at it", async () => {
    const page = at(
      "https://form.example/",
      `<input id="a" type="password" value="VF-1"><textarea id="b">VF-2</textarea><div id="c" contenteditable="true">VF-3</div>`,
    )
    const rules = rulesFor(page.url, [], {
      pages: ["#a", "#b", "#c"].map(selector => ({
        shows: "case" as const,
        path: "/",
        fields: (["value", "text"] as const).map(from => ({
          names: "number" as const,
          kind: "invoice" as const,
          from,
          selector,
        })),
      })),
    })
    expect(textsBy(await pages.read(page, rules), "element")).toEqual([])
  })
})
