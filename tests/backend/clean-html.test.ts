import { cleanFilledHtml, cleanHtml, htmlToText } from "@casepost/backend/clean-html"
import { describe, expect, it } from "vitest"

describe("cleanHtml", () => {
  it("keeps what messages are written in", () => {
    const html =
      '<p>Dear <strong>Mr</strong> <em>Jansen</em>, <u>please</u><br />pay <a href="https://x.example/?a=1&amp;b=2">here</a></p><ul><li>one</li></ul><ol><li>two</li></ol><blockquote>you wrote</blockquote>'
    expect(cleanHtml(html)).toBe(html)
  })
  it("writes what other editors write in our own words", () => {
    expect(cleanHtml("<div><b>a</b><i>b</i></div><h2>c</h2>")).toBe("<p><strong>a</strong><em>b</em></p><p>c</p>")
  })
  it.each([
    ["<script>steal()</script>", ""],
    ["<style>p { display: none }</style>", ""],
    ['<p onclick="x()" style="color: red" class="c" id="i">a</p>', "<p>a</p>"],
    ['<img src="x" onerror="x()">', ""],
    ['<a href="javascript:x()">a</a>', "<a>a</a>"],
    ['<a href="java\nscript:x()">a</a>', "<a>a</a>"],
    ['<a href="data:text/html,x">a</a>', "<a>a</a>"],
    ['<a href="//evil.example">a</a>', "<a>a</a>"],
    ['<a href="/portal/leave">a</a>', "<a>a</a>"],
    ['<a href="https://x.example" target="_top" ping="https://y.example">a</a>', '<a href="https://x.example">a</a>'],
    ["<iframe src='https://x.example'></iframe>", ""],
    ["<form action='/x'><input name='a'><button>b</button></form>", "b"],
    ["<svg><script>x()</script></svg>", ""],
    ["<p>a</p><!-- hidden -->", "<p>a</p>"],
    ["&lt;script&gt;", "&lt;script&gt;"],
    ["<p>not closed", "<p>not closed</p>"],
    ['<a href="casepost:portal">a</a>', "<a>a</a>"],
    ['<a href="CasePost:portal">a</a>', "<a>a</a>"],
    ["<table><tbody><tr><td>a</td></tr></tbody></table>", "a"],
  ])("leaves nothing dangerous of %s", (html, clean) => {
    expect(cleanHtml(html)).toBe(clean)
  })
  it("finds nothing more to clean in what it cleaned", () => {
    for (const html of [
      "<<p>a",
      "<p>a<div>b</div></p>",
      "&amp;lt;b&amp;gt;",
      '<a href="https://x.example/?q=%22">a</a>',
    ])
      expect(cleanHtml(cleanHtml(html))).toBe(cleanHtml(html))
  })
})

describe("cleanFilledHtml", () => {
  const table =
    "<table><thead><tr><th>Invoice</th><th>Open</th></tr></thead><tbody><tr><td>VF-1 &lt;b&gt;</td><td>€10.00</td></tr></tbody></table>"

  it("keeps a table and what else messages are written in, again and again", () => {
    const html = `<p>These are open:</p>${table}<p><a href="https://x.example">here</a></p>`
    expect(cleanFilledHtml(html)).toBe(html)
    expect(cleanFilledHtml(cleanFilledHtml(html))).toBe(html)
  })
  it("links the portal where an address is given, and leaves the words everywhere else", () => {
    const html = '<p>In <a href="casepost:portal">your customer portal</a>.</p>'
    expect(cleanFilledHtml(html, "https://x.example/portal/m/1")).toBe(
      '<p>In <a href="https://x.example/portal/m/1">your customer portal</a>.</p>',
    )
    expect(cleanFilledHtml(html)).toBe("<p>In your customer portal.</p>")
    expect(htmlToText(html)).toBe("In your customer portal.")
    expect(htmlToText(html, "https://x.example/1")).toBe("In your customer portal (https://x.example/1).")
  })
  it.each([
    [
      '<table onclick="x()" style="color: red"><tr><td class="c" colspan="2">a</td></tr></table>',
      "<table><tr><td>a</td></tr></table>",
    ],
    ["<table><tr><td><script>x()</script></td></tr></table>", "<table><tr><td></td></tr></table>"],
    ['<a href="casepost:settings">a</a>', "<a>a</a>"],
    ['<a href="casepost:portal?x">a</a>', "<a>a</a>"],
    ['<a href="javascript:x()">a</a>', "<a>a</a>"],
  ])("leaves nothing dangerous of %s", (html, clean) => {
    expect(cleanFilledHtml(html)).toBe(clean)
  })
  it("writes a table in columns, the last one to the right", () => {
    expect(htmlToText(`<p>Open:</p>${table}<p>Please pay.</p>`)).toBe(
      ["Open:", "", "Invoice     Open", "VF-1 <b>  €10.00", "", "Please pay."].join("\n"),
    )
  })
})

describe("htmlToText", () => {
  it("writes paragraphs, lists and links as a plain mail does", () => {
    expect(
      htmlToText(
        '<p>Dear Mr&nbsp;Jansen,<br>please pay &amp; confirm.</p><ul><li>one</li><li>two</li></ul><p>See <a href="https://x.example/?a=1&amp;b=2">our site</a> or <a href="mailto:els@x.example">els@x.example</a>.</p>',
      ),
    ).toBe(
      "Dear Mr Jansen,\nplease pay & confirm.\n\n- one\n- two\n\nSee our site (https://x.example/?a=1&b=2) or els@x.example.",
    )
  })
  it("leaves no blanks at the ends of lines, however many there are", () => {
    expect(htmlToText("<p>Dear\t \nMr Jansen</p>")).toBe("Dear\nMr Jansen")
    const blanks = " \t".repeat(50_000)
    expect(htmlToText(`<p>a${blanks}b</p>`)).toBe(`a${blanks}b`)
  })
  it("gives nothing for markup without words", () => {
    expect(htmlToText("<p> <br></p><script>x()</script>")).toBe("")
  })
})
