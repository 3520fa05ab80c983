import { spawn } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { ConfigError } from "../config.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url))
/** Where the built extension lies: load this folder in Chrome. */
export const builtExtension = join(root, "extension/build/chrome-mv3-prod")
const sources = ["extension/src", "extension/assets", "extension/package.json", "shared/src", "pnpm-lock.yaml"]

/** Builds the extension unless what is built is newer than its sources. @throws ConfigError with the builder's last words */
export async function buildExtension(say: (line: string) => void): Promise<void> {
  const manifest = join(builtExtension, "manifest.json")
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest(sources.map(source => join(root, source)))) return
  say("Building the extension (some 20 seconds, only after a change)…")
  const { code, output } = await run("pnpm", ["--filter", "@casepost/extension", "run", "build"])
  if (code !== 0)
    throw new ConfigError(`The extension could not be built:\n${output.split("\n").slice(-15).join("\n")}`)
}

function newest(paths: string[]): number {
  return Math.max(
    ...paths.map(path => {
      const stat = statSync(path, { throwIfNoEntry: false })
      if (!stat) return 0
      return stat.isDirectory() ? Math.max(0, newest(readdirSync(path).map(name => join(path, name)))) : stat.mtimeMs
    }),
    0,
  )
}

function run(command: string, parameters: string[]): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000)
    }
    child.stdout.on("data", collect)
    child.stderr.on("data", collect)
    child.on("error", error => resolve({ code: 1, output: error.message }))
    child.on("close", code => resolve({ code: code ?? 1, output }))
  })
}
