import type { AddressInfo } from "node:net"
import { createApp } from "./app.ts"
import type { Config } from "./config.ts"
import type { House } from "./context.ts"
import { listen, stopListening } from "./listen.ts"
import { openLocalMailbox } from "./local-mailbox.ts"
import { openHouse } from "./open-house.ts"

export type Server = { url: string; house: House; close: () => Promise<void> }

/**
 * Serves a house until it is closed; closing takes no new requests, lets running ones and the dispatcher's current request end, and then
 * closes the database. @throws ConfigError when the house cannot be opened or the port cannot be listened on
 */
export async function startServer(from: House | Config): Promise<Server> {
  const opened = "database" in from ? from : await openHouse(from)
  const { config } = opened
  const wake = () => {}
  const house: House = { ...opened, wakeDelivery: () => wake() }
  const mailbox = openLocalMailbox(config)
  const app = createApp(house, { mailbox: mailbox?.routes })
  const close = async () => {
    mailbox?.close()
    await house.database.close()
  }
  const server = await listen(app.fetch, config).catch(async error => {
    await close()
    throw error
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${config.host}:${port}`,
    house,
    close: async () => {
      await stopListening(server)
      await close()
    },
  }
}
