import { brandStyle, contrast } from "@casepost/backend/portal/pages/look/brand-style"
import { describe, expect, it } from "vitest"

const colours = [
  "#17594A",
  "#000000",
  "#ffffff",
  "#ffd400",
  "#777777",
  "#2b4bd0",
  "#e4002b",
  "#00ff00",
  "#0a0a2a",
  "#f0e0ff",
]
const pages = { light: "#ffffff", dark: "#15171c" }

/** The values of one theme. */
function valuesOf(colour: string, theme: "light" | "dark"): Record<string, string> {
  const rule = brandStyle(colour).split("@media")[theme === "light" ? 0 : 1] ?? ""
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z-]+):(#[0-9a-f]{6}|transparent)/g)].map(([, name, value]) => [name, value]),
  )
}

describe.each(["light", "dark"] as const)("does, %s", theme => {
  it.each(colours)("keeps every text in or on the creditor's colour readable: %s", colour => {
    const {
      brand = "",
      "brand-hover": hover = "",
      "brand-on": on = "",
      "brand-soft": soft = "",
      "brand-text": text = "",
    } = valuesOf(colour, theme)
    for (const [one, other] of [
      [on, brand],
      [on, hover],
      [text, soft],
      [text, pages[theme]],
    ] as const)
      expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(colours)("gives a colour that hardly shows on the page a border: %s", colour => {
    const { brand = "", "brand-edge": edge } = valuesOf(colour, theme)
    if (contrast(brand, pages[theme]) < 3) expect(edge).not.toBe("transparent")
  })
})

describe("refuses", () => {
  it("takes nothing for a colour that is none", () => {
    expect(brandStyle("red;}body{display:none")).toBe(brandStyle("#2b4bd0"))
  })
})
