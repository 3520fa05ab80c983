import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { rolldown } from "rolldown"

/** An extension of one content script, built as for production: a launcher in React. @returns its folder, and the script */
export async function makeReactExtension(hosts: readonly string[]): Promise<{ folder: string; script: string }> {
  const folder = await mkdtemp(join(tmpdir(), "casepost-react-"))
  const bundle = await rolldown({
    input: join(import.meta.dirname, "react-launcher.jsx"),
    platform: "browser",
    resolve: { modules: [join(import.meta.dirname, "../../extension/node_modules"), "node_modules"] },
    transform: { jsx: "react-jsx", define: { "process.env.NODE_ENV": '"production"' } },
  })
  const script = join(folder, "launcher.js")
  await bundle.write({ file: script, format: "iife", minify: true })
  await bundle.close()
  const manifest = {
    manifest_version: 3,
    name: "A launcher in React",
    version: "1",
    content_scripts: [{ matches: hosts, js: ["launcher.js"], run_at: "document_idle" }],
  }
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest))
  return { folder, script }
}
