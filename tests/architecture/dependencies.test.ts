import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { importsOf, root, sourcesIn, textOf } from "./house-rules.ts"

type Manifest = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

function declared(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest
  return Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).filter(name => !name.startsWith("@types/") && !name.startsWith("@casepost/"))
}

describe("dependencies", () => {
  it("each have a line in ARCHITECTURE.md that says why", () => {
    const text = textOf("ARCHITECTURE.md")
    const named = [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap(match =>
      (match[1] ?? "").split(",").map(name => name.trim()),
    )
    const explained = (name: string) =>
      named.includes(name) || named.some(other => other.endsWith("/*") && name.startsWith(other.slice(0, -1)))
    const missing = [".", "shared", "backend", "extension", "tests"].flatMap(declared).filter(name => !explained(name))
    expect([...new Set(missing)]).toEqual([])
  })
  it("are used by the package that declares them", () => {
    const byTool = new Set([
      "plasmo",
      "drizzle-kit",
      "node",
      "typescript",
      "@biomejs/biome",
      "react-dom",
      "@tiptap/pm",
      "@aws-sdk/s3-request-presigner",
      "vitest",
    ])
    const unused = ["shared", "backend", "extension", "tests"].flatMap(folder => {
      const sources = sourcesIn(folder)
      const imported = new Set(sources.flatMap(importsOf))
      const used = (name: string) =>
        [...imported].some(target => target === name || target.startsWith(`${name}/`) || target.endsWith(`:${name}`))
      const mentioned = (name: string) => sources.some(file => textOf(file).includes(name))
      return declared(folder)
        .filter(name => !byTool.has(name) && !used(name) && !mentioned(name))
        .map(name => `${folder}/package.json declares ${name}, and nothing uses it.`)
    })
    expect(unused).toEqual([])
  })
})
