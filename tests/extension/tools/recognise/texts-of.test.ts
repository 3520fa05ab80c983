import { LookupBody } from "@casepost/shared/cases"
import { describe, expect, it } from "vitest"
import type { Findings, FoundText } from "../../../../extension/src/host-page/findings"
import { readFindings } from "../../../../extension/src/tools/recognise/read-findings"
import { textsOf } from "../../../../extension/src/tools/recognise/texts-of"

const found = (groups: Findings["groups"], more: Partial<Findings> = {}): Findings => ({
  place: "https://tool.example/",
  page: "other",
  groups,
  ticked: [],
  words: ["secret word"],
  isWhole: true,
  isDoubtful: false,
  ...more,
})
const number = (text: string): FoundText => ({ text, as: "number" })

describe("does", () => {
  it("asks once for the texts of all frames, the most trusted first", () => {
    const frames = [
      found([{ by: "title", texts: [number("VF-2")] }]),
      found([
        { by: "address", texts: [number("VF-1"), { text: "42", as: "external-id" }] },
        { by: "title", texts: [number("VF-2")] },
      ]),
    ]
    expect(textsOf(frames)).toEqual({ numbers: ["VF-1", "VF-2"], externalIds: ["42"], addresses: [] })
  })
  it("asks for what is ticked, however long the list", () => {
    const many = Array.from({ length: 200 }, (_, at) => number(`VF-${1_000 + at}`))
    const texts = textsOf([found([{ by: "element", texts: many }], { ticked: ["VF-9999"] })])
    expect(texts?.numbers).toContain("VF-9999")
    expect(LookupBody.safeParse(texts).success).toBe(true)
  })
})

describe("refuses", () => {
  it("asks nothing where nothing was found, or nothing that could be a number", () => {
    expect(textsOf([found([])])).toBeUndefined()
    expect(textsOf([found([{ by: "title", texts: [number(" 4 "), number("x".repeat(90))] }])])).toBeUndefined()
  })
})

describe("protects", () => {
  it("sends nothing but identifiers", () => {
    expect(JSON.stringify(textsOf([found([{ by: "title", texts: [number("VF-1")] }])]))).not.toMatch(/secret|https/)
  })
  it.each([
    ["nothing", undefined],
    ["another call", { kind: "panel-gone" }],
    [
      "too many texts",
      { kind: "findings", findings: found([{ by: "title", texts: Array(201).fill(number("VF-1")) }]) },
    ],
    ["too long a text", { kind: "findings", findings: found([{ by: "title", texts: [number("V".repeat(300))] }]) }],
    ["an unknown place", { kind: "findings", findings: found([{ by: "heart" as "title", texts: [] }]) }],
    ["an object for a text", { kind: "findings", findings: found([{ by: "title", texts: [number({} as string)] }]) }],
  ])("takes no findings that are %s", (_, answer) => {
    expect(readFindings(answer)).toBeUndefined()
  })
  it("takes findings in their own shape", () => {
    const findings = found([{ by: "title", texts: [number("VF-1")] }])
    expect(readFindings({ kind: "findings", findings })).toEqual(findings)
  })
})
