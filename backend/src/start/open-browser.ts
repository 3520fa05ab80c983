import { spawn } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Config } from "../config.ts"
import { extensionId } from "../config.ts"
import { builtExtension } from "./build-extension.ts"
import { findBrowser } from "./find-browser.ts"

/** Opens a browser with the extension loaded, in a profile of its own in the data folder. @returns what to tell the person */
export function openBrowser(config: Config, url: string): string {
  const browser = findBrowser()
  if (!browser)
    return "No Chromium or Chrome for Testing was found, so none was opened. Load the extension by hand as said above, or set CHROME_PATH."
  const profile = join(config.data, "browser")
  mkdirSync(profile, { recursive: true })
  const flags = [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${builtExtension}`,
    `--load-extension=${builtExtension}`,
    "--no-first-run",
    "--no-default-browser-check",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ]
  const child = spawn(browser, [...flags, `${url}/demo`, `chrome-extension://${extensionId}/options.html`], {
    detached: true,
    stdio: "ignore",
  })
  child.on("error", () => {})
  child.unref()
  return `Opened ${browser} with the extension loaded (its profile: ${profile}).`
}
