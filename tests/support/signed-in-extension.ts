import type { House } from "@casepost/backend/context"
import { demoPassword, loadDemo } from "@casepost/backend/demo/load-demo"
import { withLocalMailbox } from "@casepost/backend/local-mailbox"
import { startServer } from "@casepost/backend/server"
import { browserPath } from "./browser.ts"
import { type LaunchOptions, launchExtension, type RunningExtension, type Scheme } from "./extension.ts"
import { freePort } from "./free-port.ts"
import { openLonelyHouse } from "./house.ts"

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
  const house = await openLonelyHouse()
  const here = { ...house.config, demo: true, port, publicUrl: `http://localhost:${port}` }
  const config = isMailing ? withLocalMailbox(here) : here
  const server = await startServer({ ...house, config })
  await loadDemo(server.house)
  const running = await launchExtension(browserPath(), scheme, launched)
  await running.signIn({ server: config.publicUrl, email, password: demoPassword })
  return {
    ...running,
    house: server.house,
    close: async () => {
      await running.close()
      await server.close()
    },
  }
}
