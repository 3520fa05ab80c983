/** The browser the tests run in. */
export async function findBrowser(): Promise<string> {
  return process.env.CHROME_PATH ?? "/usr/bin/chromium"
}
