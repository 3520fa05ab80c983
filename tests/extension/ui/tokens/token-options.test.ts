import { describe, expect, test } from "vitest"
import { rowsBetween } from "../../../../extension/src/ui/options/option-rows"
import { firstMatch, groupHeight, matchingRows, optionHeight } from "../../../../extension/src/ui/tokens/token-options"

const groups = [
  {
    name: "Relations",
    options: [
      { id: "1", name: "Smit & Hoekstra Bailiffs", detail: "dossiers@smithoekstra.example" },
      { id: "2", name: "Café Het Anker", detail: "info@anker.example" },
    ],
  },
  { name: "Colleagues", options: [{ id: "3", name: "Joost Bakker", detail: "j.bakker@vdmbouw.example" }] },
]
const names = (typed: string) =>
  matchingRows(groups, typed).map(row => (row.kind === "group" ? `# ${row.name}` : row.option.name))

describe("does", () => {
  test("lists everybody in their groups when nothing is typed", () => {
    expect(names("")).toEqual([
      "# Relations",
      "Smit & Hoekstra Bailiffs",
      "Café Het Anker",
      "# Colleagues",
      "Joost Bakker",
    ])
  })
  test("finds by name without accents, and by address", () => {
    expect(names("cafe")).toEqual(["# Relations", "Café Het Anker"])
    expect(names("vdmbouw")).toEqual(["# Colleagues", "Joost Bakker"])
  })
  test("wants every word, in any order", () => {
    expect(names("hoekstra smit")).toEqual(["# Relations", "Smit & Hoekstra Bailiffs"])
    expect(names("smit bakker")).toEqual([])
  })
  test("counts places over the groups, and knows where each row stands", () => {
    const rows = matchingRows(groups, "")
    expect(rows.flatMap(row => (row.kind === "option" ? [row.place] : []))).toEqual([0, 1, 2])
    expect(rows.at(-1)?.top).toBe(2 * groupHeight + 2 * optionHeight)
  })
})

describe("refuses", () => {
  test("to name a group that has nobody left", () => {
    expect(names("zzz")).toEqual([])
  })
})

describe("protects", () => {
  test("typed characters from being read as a pattern", () => {
    expect(names("(")).toEqual([])
    expect(names(".*")).toEqual([])
  })
  test("draws only the rows in sight of five thousand", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      id: `${index}`,
      name: `Relation ${index}`,
      detail: "",
    }))
    const rows = matchingRows([{ name: "Relations", options: many }], "")
    const shown = rowsBetween(rows, 100_000, 100_236)
    expect(shown.length).toBeLessThan(10)
    expect(shown[0]?.top).toBeLessThanOrEqual(100_000)
    expect((shown[0]?.top ?? 0) + optionHeight).toBeGreaterThan(100_000)
    expect(shown.at(-1)?.top).toBeGreaterThanOrEqual(100_236 - optionHeight)
  })
  test("marks the first match of a name, and of an address only one that begins so", () => {
    expect(firstMatch(matchingRows(groups, "bakker"), "bakker")).toBe(0)
    expect(firstMatch(matchingRows(groups, "@smit"), "@smit")).toBe(-1)
    expect(firstMatch(matchingRows(groups, "dossiers@"), "dossiers@")).toBe(0)
    expect(firstMatch(matchingRows(groups, ""), "")).toBe(-1)
  })
  test("folds a name once, however often it is searched", () => {
    let reads = 0
    const option = {
      id: "1",
      detail: "a@b.example",
      get name() {
        reads += 1
        return "Café"
      },
    }
    const group = [{ name: "Relations", options: [option] }]
    for (const typed of ["c", "ca", "caf"]) expect(matchingRows(group, typed)).toHaveLength(2)
    expect(reads).toBe(1)
  })
})
