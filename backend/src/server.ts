import type { AddressInfo } from "node:net"
import { createApp } from "./app.ts"
import { type BulkWorker, startBulkWorker } from "./bulk-messages/running/bulk-worker.ts"
import type { Config } from "./config.ts"
import type { House } from "./context.ts"
import { type Dispatcher, startDispatcher } from "./delivery/dispatch.ts"
import { keepHouse } from "./housekeeping.ts"
import { startJobs } from "./jobs.ts"
import { listen, stopListening } from "./listen.ts"
import { openLocalMailbox } from "./local-mailbox.ts"
import { openHouse } from "./open-house.ts"

export type Server = { url: string; house: House; close: () => Promise<void> }

/**
 * Serves a house until it is closed; closing takes no new requests, lets running ones and the dispatcher's current requests end, and then
 * closes the database. @throws ConfigError when the house cannot be opened or the port cannot be listened on
 */
export async function startServer(from: House | Config): Promise<Server> {
  const opened = "database" in from ? from : await openHouse(from)
  const { config } = opened
  let dispatcher: Dispatcher | undefined
  let bulkWorker: BulkWorker | undefined
  const wakeDelivery = () => {
    dispatcher?.wake()
    bulkWorker?.wake()
  }
  const house: House = { ...opened, wakeDelivery }
  const mailbox = openLocalMailbox(config)
  const dispatcherHealth = () => dispatcher?.health() ?? { state: "off", reason: "This process does not send." }
  const app = createApp(house, { mailbox: mailbox?.routes, dispatcherHealth })
  const server = await listen(app.fetch, config).catch(async error => {
    mailbox?.close()
    await house.database.close()
    throw error
  })
  const jobs = config.worker ? await startJobs(house) : undefined
  if (jobs) {
    await keepHouse(house, jobs)
    dispatcher = startDispatcher(house)
    bulkWorker = startBulkWorker(house)
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${config.host}:${port}`,
    house,
    close: async () => {
      // The dispatcher first: the mailbox it may be talking to is this very server.
      await bulkWorker?.close()
      await dispatcher?.close()
      await jobs?.close()
      await stopListening(server)
      mailbox?.close()
      await house.database.close()
    },
  }
}
