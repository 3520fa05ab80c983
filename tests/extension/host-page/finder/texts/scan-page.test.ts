/** Pages on which a number of ours stands, and which are about something else: shapes of other applications' public source. */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { rulesOf } from "../../../../../extension/src/tools/presets/rules-of"
import { decide } from "../../../../../extension/src/tools/recognise/decide"
import { type FinderPages, openFinderPages } from "../../../../support/finder-page.ts"
import { knownCase } from "../../../../support/known-case.ts"
import { documentOf } from "../../../../support/preset-pages/preset-page.ts"

let pages: FinderPages
beforeAll(async () => {
  pages = await openFinderPages()
})
afterAll(() => pages.close())

const a = "VF-2026-04183"
const b = "VF-2026-04211"
const customer = knownCase({ kind: "customer", number: "K-10293", found: "post@bakkerij.example" })
const known = [knownCase({ number: a }), knownCase({ number: b }), customer]
const over = (heading: string) =>
  `<div role="dialog" aria-modal="true" style="position: fixed; inset: 60px; background: #fff"><h4>${heading}</h4></div>`
const layer = "position: fixed; inset: 0; background: #fff"
const sidebar = (...numbers: string[]) =>
  numbers.map((number, at) => `<div><a href="/invoices/${at}/view"><div>Customer</div><div>${number}</div></a></div>`)

async function shown(body: string, { title = "App", patterns = ["VF-####-#####"] } = {}) {
  const url = "https://unseen.example/records/7"
  const rules = rulesOf({ address: url, preset: null, pages: [], numberPatterns: patterns, readsCases: true })
  return decide([await pages.read({ url, html: documentOf(title, body) }, rules)], known)
}

describe("does", () => {
  it.each([
    ["the record beside a list of others", `<h3>${a}</h3>${sidebar(a, b).join("")}`, a],
    [
      "the mail that is open beside a list of mails",
      `<div role="listbox"><div role="option">Factuur ${b}</div></div><div role="main"><p>Ik heb ${a} betaald</p></div>`,
      a,
    ],
    [
      "the drawer over a list",
      `<h1>Invoices</h1><table>${[a, b].map(one => `<tr><td>${one}</td><td>Jansen</td><td>1,00</td></tr>`).join("")}</table>${over(`Invoice details ${b}`)}`,
      b,
    ],
    [
      "an invoice whose history was a draft",
      `<h1>Invoice ${a}</h1><a href="?s=draft">Draft</a><ul><li><span class="label">Draft</span> → Sent</li></ul>`,
      a,
    ],
    ["an invoice with payments", `<h1>Invoice ${a}</h1><h2>Payments</h2><p>Purchase order: 8812</p>`, a],
    [
      "a record with a dialog about it",
      `<h1>Invoice ${a}</h1><div style="position: fixed; inset: 0; background: rgb(0 0 0 / 50%)"></div>${over("Send by e-mail")}`,
      a,
    ],
  ])("recognises %s", async (_, body, number) => {
    expect(await shown(body)).toMatchObject({ kind: "one", found: { number } })
  })
})

describe("refuses", () => {
  it.each([
    ["what was opened lately", `<main><h1>Jansen</h1></main><aside><p>${a}</p></aside>`],
    ["a customer's other mails", `<div>Question</div><div class="conv-sidebar-block"><ul><li>Re: ${a}</li></ul></div>`],
    ["an open tab of another record", `<ul role="tablist"><li role="tab">${a}</li></ul><p>Jansen</p>`],
    ["a passing notice", `<h1>Settings</h1><div class="toast" role="status">Invoice ${a} was sent</div>`],
    ["a link to its page", `<h1>Paving stone</h1><p>Last invoice: <a href="/invoices/9">${a}</a></p>`],
    ["the payment of it", `<h1>Payment 0012</h1><p>Invoice ${a}</p>`],
    ["a credit note that names it in its heading", `<h1>Creditnota CN-2026-0009 voor ${a}</h1>`],
    [
      "a report of two rows",
      `<table><tr><th>No.</th><th>Name</th><th>Open</th></tr>${[a, "Total"].map(one => `<tr><td>${one}</td><td>-</td><td>1,00</td></tr>`).join("")}</table>`,
    ],
    ["what comes back each month", `<h1>Recurring invoice</h1><p>Last: ${a}</p>`],
    ["a record of another number", `<h1>Credit CN-2026-0009</h1><p>For ${a}</p>`],
    ["a vendor's page", `<table><tr><th>Edit Vendor Invoice</th></tr><tr><td>Number</td><td>${a}</td></tr></table>`],
    ["a draft", `<h1>Invoice ${a}</h1><span class="badge">Draft</span>`],
    ["a concept", `<h1>Factuur ${a}</h1><dl><dt>Status</dt><dd>Concept</dd></dl>`],
    ["a dialog about another invoice", `<h1>Invoice ${a}</h1>${over(`Invoice ${b}`)}`],
    [
      "a page that another one covers",
      `<div style="${layer}"><p>${a}</p></div><div style="${layer}"><h2>Settings</h2></div>`,
    ],
    ["what a path clips away", `<h1>Start</h1><div style="clip-path: inset(100%)">${a}</div>`],
    [
      "the only mail of a list",
      `<table role="grid"><tr role="row"><td><div role="checkbox"></div></td><td>${a}</td></tr></table>`,
    ],
    [
      "what an open shadow root is about",
      `<div id="x"></div><script>x.attachShadow({ mode: "open" }).innerHTML = "<h1>Purchase invoice</h1><p>${a}</p>"</script>`,
    ],
    [
      "one of many cards with addresses",
      ["p@x.example", "post@bakkerij.example", "q@x.example"]
        .map(one => `<div class="card"><p>${one}</p></div>`)
        .join(""),
    ],
    ["an address at the foot of every page", "<h1>Settings</h1><footer>post@bakkerij.example</footer>"],
  ])("binds nothing to %s", async (_, body) => {
    expect((await shown(body)).kind).not.toBe("one")
  })
})

describe("protects", () => {
  it("takes no beginning of a longer number for a number", async () => {
    const longer = `<h1>Start</h1><p>Number ${a}<mark>7</mark></p>`
    expect((await shown(longer)).kind).not.toBe("one")
    const apart = `<h1>Start</h1><p><span>Number</span><span style="margin: 0 4px">${a}</span><span>7</span></p>`
    expect(await shown(apart)).toMatchObject({ kind: "one", found: { number: a } })
  })
})
