/** The built extension in a real Chromium: one profile of its own, opened pages, a colour scheme. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserContext, chromium, type Page } from "playwright-core"

/** The id that the `key` in extension/package.json gives, in whatever folder the build lies. */
export const extensionId = "bmhlaeejpdmafdgficalmopcdknlhedb"
export const builtExtension = join(import.meta.dirname, "../../extension/build/chrome-mv3-prod")

export type Scheme = "light" | "dark"
export type OpenedPage = { page: Page; errors: string[] }
export type RunningExtension = {
  context: BrowserContext
  /** Opens `popup.html`, `sidepanel.html`, `options.html#/import` … as a tab and collects what goes wrong on it. */
  open: (path: string, size?: { width: number; height: number }) => Promise<OpenedPage>
  /** Goes through the first run as a new user does: server address, e-mail, password. */
  signIn: (of: { server: string; email: string; password: string }) => Promise<void>
  /** Loads the extension anew, as an update does: pages keep what the old one put into them. */
  reload: () => Promise<void>
  close: () => Promise<void>
}

/** `debuggingPort`: for `side-panel`, which shows the real side panel. */
export type LaunchOptions = { hosts?: readonly string[]; debuggingPort?: number }

/**
 * Starts Chromium with the built extension loaded; `close` ends it and removes its profile. `hosts`: match patterns that are granted from the
 * start, in a copy of the built manifest, because nobody can press Chrome's own permission prompt here.
 */
export async function launchExtension(
  executablePath: string,
  scheme: Scheme = "light",
  { hosts = [], debuggingPort }: LaunchOptions = {},
): Promise<RunningExtension> {
  const profile = await mkdtemp(join(tmpdir(), "casepost-chromium-"))
  const loaded = hosts.length > 0 ? await grantHosts(join(profile, "extension"), hosts) : builtExtension
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    colorScheme: scheme,
    deviceScaleFactor: 2,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    args: [
      "--no-sandbox",
      `--disable-extensions-except=${loaded}`,
      `--load-extension=${loaded}`,
      // For `reload`: what was loaded by the switch above does not come back by itself.
      "--enable-unsafe-extension-debugging",
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
    ],
  })
  // Two shared, noisy cores: patience costs nothing where all is well.
  context.setDefaultTimeout(60_000)
  if (context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker")
  // Installing opens the options by itself, in whichever tab is still empty: a page opened meanwhile would be taken over.
  const welcomed = () => context.pages().some(page => page.url().includes("/options.html"))
  for (let tries = 0; !welcomed() && tries < 50; tries++) await new Promise(resolve => setTimeout(resolve, 100))
  return {
    context,
    open: (path, size) => openPage(context, { path, size: size ?? { width: 1200, height: 800 } }),
    signIn: of => signIn(context, of),
    reload: async () => {
      const browser = await context.browser()?.newBrowserCDPSession()
      const isThere = context.waitForEvent("serviceworker")
      // Not among the commands that Playwright knows by name.
      await (browser as unknown as { send: (name: string, of: object) => Promise<void> }).send(
        "Extensions.loadUnpacked",
        {
          path: loaded,
        },
      )
      await isThere
      await browser?.detach()
    },
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function grantHosts(folder: string, hosts: readonly string[]): Promise<string> {
  await cp(builtExtension, folder, { recursive: true })
  const file = join(folder, "manifest.json")
  const manifest = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: hosts }))
  return folder
}

async function openPage(
  context: BrowserContext,
  input: { path: string; size: { width: number; height: number } },
): Promise<OpenedPage> {
  const page = await context.newPage()
  const errors: string[] = []
  page.on("pageerror", error => errors.push(String(error)))
  page.on("console", line => {
    if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) errors.push(line.text())
  })
  await page.setViewportSize(input.size)
  await page.goto(`chrome-extension://${extensionId}/${input.path}`)
  return { page, errors }
}

async function signIn(context: BrowserContext, of: { server: string; email: string; password: string }): Promise<void> {
  const { page } = await openPage(context, { path: "options.html", size: { width: 1200, height: 800 } })
  const change = page.getByRole("button", { name: "Change" })
  const check = page.getByRole("button", { name: "Check" })
  // Whatever answered at the address that was kept is not the server that is wanted.
  await change.or(page.getByText("Nothing answers there")).waitFor()
  if (await change.isVisible()) await change.click()
  await page.getByLabel("Server address").fill(of.server)
  await check.click()
  await page.getByText("answered").waitFor()
  await page.getByLabel("Email address").fill(of.email)
  await page.getByLabel("Password", { exact: true }).fill(of.password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.getByText(`Signed in as ${of.email}`).waitFor()
  await page.close()
}
