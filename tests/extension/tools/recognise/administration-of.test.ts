import type { Tool } from "@casepost/shared/tools"
import { describe, expect, it } from "vitest"
import { administrationOf } from "../../../../extension/src/tools/recognise/administration-of"

const tool = (more: Partial<Tool>) =>
  ({
    address: "https://tool.example/{administration}",
    administrationBy: "address",
    administrationCodes: [],
    ...more,
  }) as Tool
const codes = [{ code: "7", administrationId: "administration-7" }]

describe("does", () => {
  it("takes what the address names, by the tool's codes", () => {
    expect(administrationOf(tool({ administrationCodes: codes }), "https://tool.example/7/invoices")).toBe(
      "administration-7",
    )
  })
  it("takes the fixed one, and any where that is asked or no tool is known", () => {
    const fixed = tool({ administrationBy: "fixed", administrationId: "administration-1" })
    expect(administrationOf(fixed, "https://tool.example/7")).toBe("administration-1")
    expect(administrationOf(tool({ administrationBy: "asked" }), "https://tool.example/7")).toBe("any")
    expect(administrationOf(undefined, "https://elsewhere.example")).toBe("any")
  })
})

describe("refuses", () => {
  it("knows no administration for a code that nobody entered, and never takes another one's", () => {
    expect(administrationOf(tool({ administrationCodes: codes }), "https://tool.example/8/invoices")).toBe("unknown")
    expect(administrationOf(tool({}), "https://tool.example/7/invoices")).toBe("unknown")
    expect(
      administrationOf(tool({ administrationBy: "fixed", administrationId: null }), "https://tool.example/7"),
    ).toBe("unknown")
  })
})
