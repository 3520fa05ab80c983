import { findBrowser } from "@casepost/backend/start/find-browser"

/** The Chromium or Chrome for Testing that the tests drive; `pnpm test` makes sure that there is one. */
export function browserPath(): string {
  const found = findBrowser()
  if (!found)
    throw new Error(
      "No Chromium or Chrome for Testing was found. Run the tests with `pnpm test`, which gets one, or set CHROME_PATH.",
    )
  return found
}
