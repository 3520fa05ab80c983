import { readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../", import.meta.url))

/** The items of a list that ARCHITECTURE.md marks with `<!-- list: name -->`, without bullet or number. */
export function listed(name: string): string[] {
  const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
  const start = text.indexOf(`<!-- list: ${name} -->`)
  if (start < 0) throw new Error(`ARCHITECTURE.md has no list "${name}".`)
  return text
    .slice(start, text.indexOf("<!-- end -->", start))
    .split("\n")
    .filter(line => /^(-|\d+\.) /.test(line))
    .map(line => line.replace(/^(-|\d+\.) /, ""))
}

/** Every source file below a folder, as paths from the root. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = join(root, folder, name)
    if (["node_modules", "build", ".plasmo"].includes(name)) return []
    if (statSync(path).isDirectory()) return sourcesIn(join(folder, name))
    return /\.tsx?$/.test(name) && !name.endsWith(".d.ts") ? [relative(root, path)] : []
  })
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8")
}

/** What a file imports, as written: static, dynamic and type imports. */
export function importsOf(file: string): string[] {
  const written = /^(?:import|export)\b[^"]*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm
  return [...textOf(file).matchAll(written)].map(match => match[1] ?? match[2] ?? match[3] ?? "")
}
