import { describe, expect, it } from "vitest"
import {
  markPlaceholders,
  piecesOf,
  unmarkPlaceholders,
} from "../../../../../extension/src/ui/text/placeholders/placeholder-text.ts"

/** What the editor writes of marked HTML: every marked element gets its own text. */
function written(marked: string): string {
  return marked.replace(
    /<span data-placeholder="([^"]*)"><\/span>/g,
    (_, inside: string) => `<span data-placeholder="${inside}">{{${inside.replaceAll("&quot;", '"')}}}</span>`,
  )
}

describe("does", () => {
  it("makes an element of every placeholder in a text", () => {
    expect(markPlaceholders("<p>Invoice {{invoice.number}} of {{ contact.name | Sir }}</p>")).toBe(
      '<p>Invoice <span data-placeholder="invoice.number"></span> of <span data-placeholder=" contact.name | Sir "></span></p>',
    )
  })
  it("marks unknown names too, so that they can be seen", () => {
    expect(markPlaceholders("<p>{{invoce.number}}</p>")).toContain('data-placeholder="invoce.number"')
  })
  it("takes a line apart into words and placeholders", () => {
    expect(piecesOf("Invoice {{invoice.number|your invoice}} is open")).toEqual([
      { words: "Invoice " },
      { inside: "invoice.number|your invoice" },
      { words: " is open" },
    ])
    expect(piecesOf("")).toEqual([])
  })
})

describe("protects", () => {
  it.each([
    "<p>Dear {{contact.salutation|Sir or Madam}},</p><p>{{invoice.number}}{{invoice.amount}}</p>",
    "<p>{{ invoice.number }} and {{contact.name|O&amp;O &lt;3}} and {{x}} and {a} and {{a}</p>",
    '<p>{{contact.name|the "boss"}}</p>',
    '<p><a href="https://x.example/{{invoice.number}}">{{invoice.number}}</a></p>',
    "<ul><li><p><strong>{{customer.name}}</strong> {{{invoice.number}}}</p></li></ul>",
    "",
  ])("gives back the same text, to the letter: %s", html => {
    expect(unmarkPlaceholders(written(markPlaceholders(html)))).toBe(html)
  })
  it.each(["{{a}} b {c} {{{d}}} }} {{", "x{{invoice.number}}", "{{}}"])("joins a line as it was: %s", text => {
    const joined = piecesOf(text).map(piece => ("words" in piece ? piece.words : `{{${piece.inside}}}`))
    expect(joined.join("")).toBe(text)
  })
  it("leaves the address of a link alone", () => {
    expect(markPlaceholders('<a href="https://x.example/{{invoice.number}}">x</a>')).not.toContain("data-placeholder")
  })
})
