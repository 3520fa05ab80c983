import { readAddresses } from "@casepost/shared/pasted-addresses"
import { describe, expect, it } from "vitest"

const a = { address: "a@b.example", valid: true }
const jan = { address: "jan@x.example", valid: true }

describe("readAddresses", () => {
  it("reads lists by comma, semicolon and line", () => {
    expect(readAddresses("a@x.nl, b@x.nl; c@x.nl\nd@x.nl").map(found => found.address)).toEqual([
      "a@x.nl",
      "b@x.nl",
      "c@x.nl",
      "d@x.nl",
    ])
  })
  it("reads addresses apart by spaces only", () => {
    expect(readAddresses("a@x.nl b@x.nl").map(found => found.address)).toEqual(["a@x.nl", "b@x.nl"])
  })
  it("reads names, also with a comma in quotes", () => {
    expect(readAddresses('"Jansen, P." <P@X.nl>; Els Kok <els@x.nl>')).toEqual([
      { name: "Jansen, P.", address: "p@x.nl", valid: true },
      { name: "Els Kok", address: "els@x.nl", valid: true },
    ])
  })
  it("reads a copied mailto link", () => {
    expect(readAddresses("mailto:els@x.nl")).toEqual([{ address: "els@x.nl", valid: true }])
  })
  it("keeps what is no address, so that nothing pasted is lost", () => {
    expect(readAddresses("els@x.nl, not an address")).toEqual([
      { address: "els@x.nl", valid: true },
      { address: "not an address", valid: false },
    ])
  })
  it("finds nothing in nothing", () => {
    expect(readAddresses(" ,; \n")).toEqual([])
  })
  it.each([
    ["<a@b.example> jan@x.example", [a, jan]],
    [
      "Jan <jan@x.example> Els Kok <a@b.example>",
      [
        { name: "Jan", ...jan },
        { name: "Els Kok", ...a },
      ],
    ],
    [
      "Jan<jan@x.example>Els<a@b.example>",
      [
        { name: "Jan", ...jan },
        { name: "Els", ...a },
      ],
    ],
    ["<jan@x.example><a@b.example>", [jan, a]],
    ["jan@x.example\ta@b.example\r\n", [jan, a]],
    [
      "Jan Jansen\tjan@x.example\nEls Kok\ta@b.example",
      [
        { name: "Jan Jansen", ...jan },
        { name: "Els Kok", ...a },
      ],
    ],
    [
      "Jansen, P. <jan@x.example>; Kok, Els <a@b.example>;",
      [
        { name: "Jansen, P.", ...jan },
        { name: "Kok, Els", ...a },
      ],
    ],
    [
      "Jansen, P. <jan@x.example>, Van der Kok, Els <a@b.example>",
      [
        { name: "Jansen, P.", ...jan },
        { name: "Van der Kok, Els", ...a },
      ],
    ],
    ["jan@x.example;;, ; a@b.example,;", [jan, a]],
    ["\u200bjan@x.exam\u200bple\u00a0\ufeffa@b.example\u200d", [jan, a]],
    ["mailto:jan@x.example?subject=Hello, <mailto:A@B.example>", [jan, a]],
    ["'jan@x.example' <jan@x.example>; \"a@b.example\" <a@b.example>", [jan, a]],
    ["'Jan' <jan@x.example>", [{ name: "Jan", ...jan }]],
    ["jan@x.example (Jan Jansen), (a@b.example).", [{ name: "Jan Jansen", ...jan }, a]],
    ["To: Jan <jan@x.example>", [{ name: "Jan", ...jan }]],
    ["< jan@x.example >", [jan]],
    ["<jan@x.example; <a@b.example>", [jan, a]],
    ['"jan@x.example"', [jan]],
    ['"Jansen\\"s" <jan@x.example>', [{ name: 'Jansen"s', ...jan }]],
    ['5" Jan <jan@x.example>', [{ name: '5" Jan', ...jan }]],
    ["[Jan](mailto:jan@x.example)", [jan]],
    ["jan@x.example\uff1ba@b.example", [jan, a]],
  ])("reads %j", (text, expected) => {
    expect(readAddresses(text)).toEqual(expected)
  })
  it.each([
    ["just some words", ["just some words"]],
    ["one, two; three", ["one, two; three"]],
    ["jan@x, els@", ["jan@x", "els@"]],
    ["jan, els, kok <a@b.example>", ["jan", "els"]],
    ['"a b"@x.example', ['"a b"@x.example']],
    ["Jan <jan@x>", ["jan@x"]],
  ])("leaves of %j what is no address to be corrected", (text, left) => {
    expect(readAddresses(text).flatMap(found => (found.valid ? [] : [found.address]))).toEqual(left)
  })
  it.each([
    ["spaces", " "],
    ["letters", "a"],
    ["signs", "@"],
    ["opening angles", "<"],
    ["quotation marks", '"'],
    ["quotation marks within one", '\\"'],
    ["commas", "a,"],
    ["half addresses", "a@ "],
    ["names", "Jan "],
    ["closing marks", "a@b.example)))"],
    ["letters of other scripts", "ü@ü.ü"],
  ])(
    "reads 300,000 characters of %s, each once: again and again it would not end within the time of a test",
    (_, unit) => {
      const text = `"<a@b.example ${unit.repeat(300_000 / unit.length)}`
      expect(readAddresses(text)[0]).toBeDefined()
    },
  )
})
