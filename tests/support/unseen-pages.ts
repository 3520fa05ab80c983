import { documentOf } from "./preset-pages/preset-page.ts"

/** Pages of applications that no rule speaks about: shapes of our own invention, none of them an existing product's. */
export const unseenPages = {
  accounting: {
    url: "https://buchhalter.example/belege/a8f2",
    html: documentOf(
      "Rechnung RE-2026-0815 | Buchhalter",
      `<table><tr><td><table><tr><td>Kunde</td><td>D-20011</td></tr><tr><td>Summe</td><td>1.190,00</td></tr></table></td></tr></table>`,
    ),
  },
  heading: {
    url: "https://ledger.example/#/documents/7",
    html: documentOf(
      "Ledger",
      `<nav aria-label="breadcrumb"><a>Sales</a> › VF-2026-04183</nav><h1>Invoice VF-2026-04183</h1>`,
    ),
  },
  linked: {
    url: "https://shop.example/account/orders",
    html: documentOf(
      "My invoice",
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Invoice","accountId":"K-10293","confirmationNumber":"VF-2026-04183","referencesOrder":{"@type":"Order","orderNumber":"VF-2026-77777"}}</script><p>Number VF-2026-04183</p>`,
    ),
  },
  microdata: {
    url: "https://shop.example/i",
    html: documentOf(
      "Invoice",
      `<div itemscope itemtype="https://schema.org/Invoice"><meta itemprop="confirmationNumber" content="VF-2026-04183"><div itemprop="referencesOrder" itemscope itemtype="https://schema.org/Order"><b itemprop="orderNumber">VF-2026-77777</b></div></div><p>Number VF-2026-04183</p>`,
    ),
  },
  mail: {
    url: "https://mail.example/u/0/#inbox/FMfcgz",
    html: documentOf(
      "Re: your reminder - Mail",
      `<main><h2>Re: your reminder</h2><p>From: <a href="mailto:post@bakkerij.example">Anouk</a> post@bakkerij.example</p><p>We paid VF-2026-04183 last week.</p></main>`,
    ),
  },
  mailbox: {
    url: "https://mail.example/u/0/#inbox",
    html: documentOf(
      "Inbox (8) - Mail",
      `<div role="grid">${["a", "b", "c", "d", "e", "f", "g"].map(one => `<div role="row"><span role="gridcell">${one}@customer.example</span><span role="gridcell">Question</span></div>`).join("")}</div>`,
    ),
  },
  grid: {
    url: "https://crm.example/app",
    html: documentOf(
      "Receivables",
      `<div role="grid">${["VF-2026-00001", "VF-2026-00002", "VF-2026-00003"]
        .map(
          (number, row) =>
            `<div role="row" aria-selected="${row !== 1}"><span role="gridcell">${number}</span><span role="gridcell">Customer</span><span role="gridcell">1.250,00</span></div>`,
        )
        .join("")}</div>`,
    ),
  },
  shadow: {
    url: "https://components.example/record",
    html: documentOf(
      "Components",
      `<x-record></x-record><script>
customElements.define("x-record", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<p>Number VF-2026-04183</p><x-inner></x-inner>" }
})
customElements.define("x-inner", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "closed" }).innerHTML = "<p>VF-2026-66666</p>" }
})</script>`,
    ),
  },
  framed: {
    url: "https://frames.example/start",
    html: documentOf(
      "Administration",
      `<iframe src="/menu" width="200" height="600"></iframe><iframe src="/detail" width="800" height="600"></iframe><iframe src="/before" style="display:none"></iframe>`,
    ),
    frames: {
      "/menu": documentOf("Menu", "<a>Invoices</a>"),
      "/detail": documentOf("Detail", "<h1>Invoice VF-2026-04183</h1>"),
      "/before": documentOf("Before", "<h1>Invoice VF-2026-55555</h1>"),
    },
  },
  digits: {
    url: "https://digits.example/view",
    html: documentOf("Factuur 20260117", `<h1>Factuur 20260117</h1><p>Telefoon 0201234567</p>`),
  },
} as const

/** What stands in a document and cannot be seen, or is nobody's number. */
export const unreadable = documentOf(
  "Start",
  `<!-- VF-2026-10001 --><script>const last = "VF-2026-10002"</script><style>.a::after { content: "VF-2026-10003" }</style>
<noscript>VF-2026-10004</noscript><template><p>VF-2026-10005</p></template>
<div style="display:none"><h1>Invoice VF-2026-10006</h1></div><div style="visibility:hidden"><p>VF-2026-10007</p></div>
<div style="opacity:0"><p>VF-2026-10008</p></div><p style="position:absolute;left:-9999px">VF-2026-10009</p>
<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">VF-2026-10010</p>
<textarea>VF-2026-10011</textarea><div contenteditable="true"><p>VF-2026-10012</p></div><div contenteditable="plaintext-only">VF-2026-10013</div>
<input value="VF-2026-10014"><input type="password" value="VF-2026-10015"><select><option>VF-2026-10016</option></select>
<p>XVF-2026-10017, VF-2026-100180, VF-2026-10019a, aVF-2026-10020</p><div hidden>VF-2026-10021</div>
<details><summary>More</summary>VF-2026-10022</details>
<div id="ours"></div><script>document.getElementById("ours").attachShadow({ mode: "closed" }).innerHTML = "<p>VF-2026-10023</p>"</script>`,
)
