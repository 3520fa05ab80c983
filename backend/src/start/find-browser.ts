import { existsSync, readdirSync } from "node:fs"
import { homedir } from "node:os"
import { delimiter, join } from "node:path"

const names = ["chromium", "chromium-browser", "google-chrome-for-testing", "chrome-for-testing"]
const macApps = [
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
]

/**
 * A browser that takes an unpacked extension from the command line: `CHROME_PATH`, Chromium, Chrome for Testing, or what Playwright has
 * downloaded. Branded Chrome is left out: since version 137 it ignores `--load-extension`
 * (https://developer.chrome.com/docs/extensions/mv3/getstarted, "removed in Chrome 137").
 */
export function findBrowser(env: Record<string, string | undefined> = process.env): string | undefined {
  if (env.CHROME_PATH) return existsSync(env.CHROME_PATH) ? env.CHROME_PATH : undefined
  const onPath = (env.PATH ?? "").split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  const apps = ["/Applications", join(homedir(), "Applications")].flatMap(folder =>
    macApps.map(app => join(folder, app)),
  )
  return [...onPath, ...apps, ...downloaded(env)].find(file => existsSync(file))
}

function downloaded(env: Record<string, string | undefined>): string[] {
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), ".cache/ms-playwright"),
    join(homedir(), "Library/Caches/ms-playwright"),
    env.LOCALAPPDATA ? join(env.LOCALAPPDATA, "ms-playwright") : undefined,
  ]
  const insides = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
  ]
  return folders
    .filter(folder => folder !== undefined && existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder as string)
        .filter(name => /^chromium-\d+$/.test(name))
        .sort()
        .reverse()
        .flatMap(name => insides.map(inside => join(folder as string, name, inside))),
    )
}
