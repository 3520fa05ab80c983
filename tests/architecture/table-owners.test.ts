import { describe, expect, it } from "vitest"
import { listed, sourcesIn, textOf } from "./house-rules.ts"

const owners = new Map(
  listed("tables").flatMap(line => {
    const [folder = "", tables = ""] = line.split(": ")
    return tables.split(" ").map(table => [table, folder] as const)
  }),
)

describe("tables", () => {
  it("are all listed with their owner in ARCHITECTURE.md", () => {
    const declared = sourcesIn("backend/src")
      .filter(file => file.endsWith("/tables.ts"))
      .flatMap(file =>
        [...textOf(file).matchAll(/export const (\w+) = pgTable/g)].map(match => ({
          table: match[1] ?? "",
          folder: file.split("/")[2],
        })),
      )
    expect(declared.filter(({ table, folder }) => owners.get(table) !== folder)).toEqual([])
    expect([...owners.keys()].filter(table => !declared.some(other => other.table === table))).toEqual([])
  })
  it("are written by their owner only", () => {
    const trespassing = sourcesIn("backend/src").flatMap(file => {
      const folder = file.split("/")[2] ?? ""
      if (folder === "demo") return []
      return [...textOf(file).matchAll(/\.(?:insert|update|delete)\((\w+)\)/g)]
        .filter(match => owners.has(match[1] ?? "") && owners.get(match[1] ?? "") !== folder)
        .map(
          match =>
            `${file} writes ${match[1]}, which belongs to ${owners.get(match[1] ?? "")}: call a verb of that folder.`,
        )
    })
    expect(trespassing).toEqual([])
  })
})
