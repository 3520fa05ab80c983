import { cleanHtml, htmlToText } from "@casepost/backend/clean-html"
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
