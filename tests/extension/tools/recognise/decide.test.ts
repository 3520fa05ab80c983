/** What findings and the backend's answer make of a page: what binds, and above all what does not. */
import { describe, expect, it } from "vitest"
import type { Findings, FoundBy, FoundText } from "../../../../extension/src/host-page/findings"
import { decide } from "../../../../extension/src/tools/recognise/decide"
import { knownCase } from "../../../support/known-case.ts"

const found = (given: Partial<Findings> & { at?: Partial<Record<FoundBy, FoundText[]>> }): Findings => {
  const { at = {}, ...rest } = given
  const groups = Object.entries(at).map(([by, texts]) => ({ by: by as FoundBy, texts }))
  return {
    place: "https://tool.example/",
    page: "other",
    ticked: [],
    words: [],
    isWhole: true,
    isDoubtful: false,
    groups,
    ...rest,
  }
}
const number = (text: string, more: Partial<FoundText> = {}): FoundText => ({ text, as: "number", ...more })
const rule = (text: string, more: Partial<FoundText> = {}) =>
  number(text, { isVouched: true, kind: "invoice", ...more })
const byId = (text: string, more: Partial<FoundText> = {}): FoundText => ({ text, as: "external-id", ...more })
const ruleId = (text: string) => byId(text, { isVouched: true, kind: "invoice" })
const address = (text: string): FoundText => ({ text, as: "address" })

const invoice = knownCase({ number: "VF-2026-04183" })
const other = knownCase({ number: "VF-2026-04184" })
const customer = knownCase({ kind: "customer", number: "K-10293", id: "customer-x" })
const mailed = knownCase({ kind: "customer", number: "K-10293", found: "post@bakkerij.example" })
const casePage = { page: "case", shows: "invoice" } as const

describe("does", () => {
  it.each<[string, Findings[], FoundBy]>([
    ["a number in the title", [found({ at: { title: [number("VF-2026-04183"), number("2026")] } })], "title"],
    ["a number in any writing", [found({ at: { title: [number("vf 2026/04183")] } })], "title"],
    ["a number that a rule read", [found({ ...casePage, at: { element: [rule("VF-2026-04183")] } })], "element"],
    [
      "a declared number in the text",
      [found({ at: { pattern: [number("VF-2026-04183", { isVouched: true })] } })],
      "pattern",
    ],
    [
      "a number in the data of the page",
      [found({ at: { data: [number("VF-2026-04183", { kind: "invoice" })] }, words: ["VF-2026-04183"] })],
      "data",
    ],
    ["a number in a frame of the page", [found({}), found({ at: { title: [number("VF-2026-04183")] } })], "title"],
    ["the selected number", [found({ at: { selection: [number("VF-2026-04183")] } })], "selection"],
  ])("binds %s, and says where it was", (_, frames, by) => {
    expect(decide(frames, [invoice])).toMatchObject({ kind: "one", found: { number: "VF-2026-04183", by } })
  })
  it("lets the most trusted place decide", () => {
    const frames = [found({ at: { title: [number("VF-2026-04183")], selection: [number("VF-2026-04184")] } })]
    expect(decide(frames, [other, invoice])).toMatchObject({ kind: "one", found: { number: "VF-2026-04183" } })
  })
  it("takes the invoice where its own customer stands beside it in the title", () => {
    const frames = [found({ at: { title: [number("K-10293"), number("VF-2026-04183")] } })]
    expect(decide(frames, [customer, invoice])).toMatchObject({ kind: "one", found: { number: "VF-2026-04183" } })
  })
  it("takes the invoice where the data of the page names its customer too", () => {
    const texts = [number("K-10293", { kind: "customer" }), number("VF-2026-04183", { kind: "invoice" })]
    expect(decide([found({ at: { data: texts }, words: ["VF-2026-04183"] })], [customer, invoice])).toMatchObject({
      kind: "one",
      found: { number: "VF-2026-04183" },
    })
  })
  it("binds what an id found, once its number is seen on the page", () => {
    const known = knownCase({ number: "VF-2026-04183", found: "42" })
    const frames = [found({ ...casePage, at: { address: [ruleId("42")] }, words: ["VF-2026-04183"] })]
    expect(decide(frames, [known])).toMatchObject({ kind: "one", found: { found: "42", by: "address" } })
  })
  it("binds a customer that an id found by the name in a heading", () => {
    const known = knownCase({ kind: "customer", number: "K-10293", found: "9", customerName: "Café Zonneschijn" })
    const texts = [byId("9", { isVouched: true, kind: "customer" })]
    const frames = [
      found({ page: "case", shows: "customer", at: { address: texts }, words: ["Contact: CAFÉ ZONNESCHIJN (9)"] }),
    ]
    expect(decide(frames, [known])).toMatchObject({ kind: "one", found: { number: "K-10293" } })
  })
  it("binds the customer whose address alone stands in a mail", () => {
    const frames = [found({ at: { email: [address("post@bakkerij.example"), address("us@company.example")] } })]
    expect(decide(frames, [mailed])).toMatchObject({ kind: "one", found: { number: "K-10293", by: "email" } })
  })
  it("offers a list to tick, with what is ticked in the tool, of one kind", () => {
    const texts = [number("VF-2026-04183"), number("VF-2026-04184"), number("K-10293")]
    const frames = [found({ page: "list", at: { pattern: texts }, ticked: ["VF-2026-04184"] })]
    expect(decide(frames, [customer, invoice, other])).toMatchObject({
      kind: "several",
      isList: true,
      cases: [{ number: "VF-2026-04183" }, { number: "VF-2026-04184" }],
      ticked: [other.ref.id],
    })
  })
  it("names the numbers that Casepost does not know", () => {
    const frames = [found({ ...casePage, at: { element: [rule("VF-9")] } })]
    expect(decide(frames, [])).toEqual({ kind: "none", why: "unknown", numbers: ["VF-9"] })
  })
  it("says that nothing was found", () => {
    const frames = [found({ at: { title: [number("2026")] } })]
    expect(decide(frames, [])).toEqual({ kind: "none", why: "nothing", numbers: [] })
  })
  it("takes several cases that stand in records only for a list, unless the page has a number of its own", () => {
    const pattern = [
      number("VF-2026-04183", { isVouched: true, isListed: true }),
      number("VF-2026-04184", { isVouched: true, isListed: true }),
    ]
    const known = [invoice, other]
    expect(decide([found({ at: { pattern } })], known)).toMatchObject({ kind: "several", isList: true, ticked: [] })
    const beside = found({ at: { title: [number("PAY-2026-0012")], pattern } })
    expect(decide([beside], known)).toMatchObject({ kind: "several", isList: false })
    const doubtful = found({ at: { pattern }, isDoubtful: true })
    expect(decide([doubtful], known)).toMatchObject({ kind: "several", isList: false })
  })
})

describe("refuses", () => {
  it("binds nothing that is declared further down, where the title has another record's number", () => {
    const pattern = [number("VF-2026-04183", { isVouched: true })]
    for (const title of ["PAY-2026-0012", "PMT-000077"])
      expect(decide([found({ at: { title: [number(title)], pattern } })], [invoice]).kind).toBe("several")
    for (const title of ["v2026.1", "Office365", "20261122001"])
      expect(decide([found({ at: { title: [number(title)], pattern } })], [invoice]).kind).toBe("one")
  })
  it("binds nothing where the address has one number and the title another", () => {
    const at = { address: [number("VF-2026-04183")], title: [number("VF-2026-04184")] }
    expect(decide([found({ at })], [invoice, other]).kind).toBe("several")
  })
  const digits = knownCase({ number: "20260117" })
  const found42 = knownCase({ number: "VF-2026-04183", found: "42" })
  it.each<[string, Findings[], ReturnType<typeof knownCase>[]]>([
    ["a number of digits that nothing vouches for", [found({ at: { title: [number("20260117")] } })], [digits]],
    ["digits in the data of the page", [found({ at: { data: [number("20260117", { kind: "invoice" })] } })], [digits]],
    [
      "two numbers of the same place",
      [found({ at: { title: [number("VF-2026-04183"), number("VF-2026-04184")] } })],
      [invoice, other],
    ],
    [
      "a known number beside an unknown one that looks the same",
      [
        found({
          at: { pattern: [number("VF-2026-04183", { isVouched: true }), number("VF-2026-99999", { isVouched: true })] },
        }),
      ],
      [invoice],
    ],
    [
      "a number in two administrations",
      [found({ at: { title: [number("VF-2026-04183")] } })],
      [invoice, knownCase({ number: "VF-2026-04183", id: "elsewhere" })],
    ],
    [
      "anything else where the rule's number is unknown",
      [found({ ...casePage, at: { element: [rule("VF-9")], title: [number("VF-2026-04183")] } })],
      [invoice],
    ],
    [
      "numbers of address and page that disagree",
      [found({ ...casePage, at: { address: [rule("VF-2026-04183")], element: [rule("VF-2026-04184")] } })],
      [invoice, other],
    ],
    [
      "numbers that disagree, one of them unknown",
      [found({ ...casePage, at: { address: [rule("VF-2026-04183")], element: [rule("VF-2026-04184")] } })],
      [invoice],
    ],
    [
      "an id whose number is not on the page",
      [found({ ...casePage, at: { address: [ruleId("42")] }, words: ["VF-2026-04184", "Bakkerij Van den Berg B.V."] })],
      [found42],
    ],
    [
      "the title where an id means another case",
      [found({ ...casePage, at: { address: [ruleId("42")], title: [number("VF-2026-04184")] } })],
      [found42, other],
    ],
    [
      "an id and a number that mean two cases, both on the page",
      [
        found({
          ...casePage,
          at: { address: [ruleId("42")], element: [rule("VF-2026-04184")] },
          words: ["VF-2026-04183"],
        }),
      ],
      [found42, other],
    ],
    [
      "an id of digits that no rule read",
      [found({ at: { address: [byId("42")] }, words: ["VF-2026-04183"] })],
      [found42],
    ],
    [
      "a case of another kind than the rule says",
      [found({ ...casePage, at: { element: [rule("K-10293")] } })],
      [customer],
    ],
    [
      "a customer where the page shows an invoice",
      [found({ ...casePage, at: { title: [number("K-10293")] } })],
      [customer],
    ],
    [
      "a number on a page of buying or quotes",
      [found({ isDoubtful: true, at: { title: [number("VF-2026-04183")] } })],
      [invoice],
    ],
    [
      "a number in the text of a page that was not read whole",
      [found({ isWhole: false, at: { pattern: [number("VF-2026-04183", { isVouched: true })] } })],
      [invoice],
    ],
    [
      "an address among many",
      [
        found({
          at: {
            email: ["a", "b", "c", "d", "e"]
              .map(one => address(`${one}@x.example`))
              .concat(address("post@bakkerij.example")),
          },
        }),
      ],
      [mailed],
    ],
    [
      "an address beside a declared number that is unknown",
      [found({ at: { pattern: [number("VF-9", { isVouched: true })], email: [address("post@bakkerij.example")] } })],
      [mailed],
    ],
    [
      "a number of one of several records on the page",
      [found({ at: { pattern: [number("VF-2026-04183", { isVouched: true, isListed: true })] } })],
      [invoice],
    ],
    [
      "an invoice by what the data of the page says is a customer's number",
      [found({ at: { data: [number("VF-2026-04183", { kind: "customer" })] } })],
      [invoice],
    ],
    [
      "an invoice that the title only refers to",
      [found({ at: { title: [number("CN-2026-0009"), number("VF-2026-04183")] } })],
      [invoice],
    ],
    ["the one known row of a list", [found({ page: "list", at: { element: [rule("VF-2026-04183")] } })], [invoice]],
  ])("binds not: %s", (_, frames, known) => {
    const decided = decide(frames, known)
    expect(decided.kind).not.toBe("one")
  })
  it("does not let a draft be bound, in whatever frame it stands", () => {
    const frames = [found({ at: { title: [number("VF-2026-04183")] } }), found({ page: "draft" })]
    expect(decide(frames, [invoice])).toEqual({ kind: "none", why: "draft", numbers: [] })
  })
})

describe("protects", () => {
  it("offers what it does not bind, for somebody to choose", () => {
    const frames = [found({ isDoubtful: true, at: { title: [number("VF-2026-04183")] } })]
    expect(decide(frames, [invoice])).toMatchObject({
      kind: "several",
      isList: false,
      cases: [{ number: "VF-2026-04183" }],
    })
  })
  it("does not even offer what a part of the address may be the id of, unless its number is on the page", () => {
    const known = knownCase({ number: "VF-2026-04183", found: "42" })
    expect(decide([found({ at: { address: [byId("42")] } })], [known]).kind).toBe("none")
    expect(decide([found({ at: { address: [byId("42")] }, words: ["VF-2026-04183"] })], [known]).kind).toBe("several")
  })
  it("names no case for which nothing on the page stands, whatever was answered", () => {
    expect(decide([found({ at: { title: [number("VF-1")] } })], [invoice])).toMatchObject({ kind: "none" })
  })
})
