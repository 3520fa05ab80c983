import type { House } from "@casepost/backend/context"
import { withLocalMailbox } from "@casepost/backend/local-mailbox"
import { startServer } from "@casepost/backend/server"
import { browserPath } from "./browser.ts"
import { demoPassword, openDemoHouse } from "./demo-house.ts"
import { type LaunchOptions, launchExtension, type RunningExtension, type Scheme } from "./extension.ts"
import { freePort } from "./free-port.ts"

/**
 * The built extension signed in to a server of its own, with the demo organisation and its tools at `/demo`. `close` ends both. With `isMailing` there is a mailbox, and
 * what is sent arrives there; without, it stays queued. `hosts`: origins whose permission was given.
 */
export async function signedInExtension(
  email: string,
  scheme: Scheme = "light",
  { isMailing = false, ...launched }: LaunchOptions & { isMailing?: boolean } = {},
): Promise<RunningExtension & { house: House }> {
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const house = await openDemoHouse(publicUrl)
  const here = { ...house.config, demo: true, port, publicUrl }
  const config = isMailing ? withLocalMailbox(here) : here
  const server = await startServer({ ...house, config })
  const running = await launchExtension(browserPath(), scheme, launched)
  await keepSession(running, { server: publicUrl, email })
  return {
    ...running,
    house: server.house,
    close: async () => {
      await running.close()
      await server.close()
    },
  }
}

/** Signed in as if through the first run, which has tests of its own (`launchExtension().signIn` goes through it). */
async function keepSession(running: RunningExtension, of: { server: string; email: string }): Promise<void> {
  const answer = await fetch(`${of.server}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: of.email, password: demoPassword }),
  })
  const session = { token: answer.headers.get("set-auth-token"), email: of.email }
  const { page } = await running.open("popup.html", { width: 420, height: 600 })
  await page.evaluate(kept => chrome.storage.local.set(kept), { serverAddress: of.server, session })
  // The page finds out which organisation it is, and keeps that too.
  await page.waitForFunction(async () => {
    const kept = (await chrome.storage.local.get("session")) as { session?: { organisationId?: string } }
    return kept.session?.organisationId !== undefined
  })
  await page.close()
}

/** Has the worker read the organisation's tools, after a test changed them in the database. */
export async function readToolsAgain(running: RunningExtension): Promise<void> {
  const { page } = await running.open("options.html")
  await page.evaluate(() => chrome.runtime.sendMessage({ kind: "tools-changed" }))
  await page.close()
}
