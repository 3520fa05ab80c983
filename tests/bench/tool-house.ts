import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { demoPassword, loadDemo } from "@casepost/backend/demo/load-demo"
import { openHouse } from "@casepost/backend/open-house"
import { startServer } from "@casepost/backend/server"
import { browserPath } from "../support/browser.ts"
import { launchExtension, type RunningExtension } from "../support/extension.ts"
import { freePort } from "../support/free-port.ts"

/** The demo's server with its tool, and the built extension signed in to it with the tool on. `launcher`: the file of its script. */
export type ToolHouse = {
  house: House
  origin: string
  extension: RunningExtension
  launcher: string
  close: () => Promise<void>
}

export async function openToolHouse(): Promise<ToolHouse> {
  const data = await mkdtemp(join(tmpdir(), "casepost-bench-"))
  const port = await freePort()
  const house = await openHouse(readConfig({ CASEPOST_DATA: data, PORT: String(port), CASEPOST_WORKER: "off" }))
  const server = await startServer({ ...house, log: () => {} })
  await loadDemo(server.house)
  const origin = `http://localhost:${port}`
  const extension = await launchExtension(browserPath(), "light", { hosts: [`${origin}/*`] })
  await extension.signIn({ server: origin, email: "sanne@demo.example", password: demoPassword })
  return {
    house: server.house,
    origin,
    extension,
    launcher: await registeredLauncher(extension),
    close: async () => {
      await extension.close()
      await server.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Waits until the worker has put the launcher where it belongs. */
async function registeredLauncher({ context }: RunningExtension): Promise<string> {
  const [worker] = context.serviceWorkers()
  for (let tries = 0; tries < 100; tries++) {
    const scripts = await worker?.evaluate(() => chrome.scripting.getRegisteredContentScripts())
    const file = scripts?.find(script => script.id === "launcher")?.js?.[0]
    if (file) return file
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error("The launcher was not registered for the demo's tool.")
}
