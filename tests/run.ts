import { spawnSync } from "node:child_process"
import { platform } from "node:os"
import { fileURLToPath } from "node:url"
import { buildExtension } from "@casepost/backend/start/build-extension"
import { findBrowser } from "@casepost/backend/start/find-browser"

/**
 * `pnpm test`: types, lint and format, then every test, in real Chromium and on a real Postgres, on a machine that has neither.
 * What follows on the command line goes to vitest: `pnpm test backend/messages`.
 */
const root = fileURLToPath(new URL("../", import.meta.url))
const chosen = process.argv.slice(2)

if (chosen.length === 0) {
  step("Types", "pnpm", ["exec", "tsc", "--noEmit", "--singleThreaded"])
  step("Lint and format", "pnpm", ["exec", "biome", "check", "."])
}
const browser = findBrowser() ?? getBrowser()
say("The extension")
await buildExtension(say)
step("Tests", "pnpm", ["--filter", "@casepost/tests", "exec", "vitest", "run", ...chosen], { CHROME_PATH: browser })

function step(name: string, command: string, parameters: string[], env: Record<string, string> = {}): void {
  say(name)
  const done = spawnSync(command, parameters, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** Gets Chromium: from Debian's packages where that is allowed, else Playwright's own download. */
function getBrowser(): string {
  say("No Chromium or Chrome for Testing was found; getting one")
  const mayInstall =
    platform() === "linux" && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0
  if (mayInstall) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    spawnSync("apt-get", ["update"], { stdio: "ignore", env })
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit", env })
  }
  if (!findBrowser())
    spawnSync("pnpm", ["--filter", "@casepost/tests", "exec", "playwright-core", "install", "chromium"], {
      cwd: root,
      stdio: "inherit",
    })
  const found = findBrowser()
  if (found) return found
  console.error(
    "The tests need a browser and could not get one. Install Chromium (Debian: apt-get install chromium) or Chrome for Testing, or set CHROME_PATH to its program.",
  )
  process.exit(1)
}

function say(what: string): void {
  console.log(`\n▸ ${what}`)
}
