/** A dispatcher and what makes bulk messages, in a process of their own, to be killed: `node bulk-child.ts` with the environment of a server. */

import { flushCompileCache } from "node:module"
import { startBulkWorker } from "@casepost/backend/bulk-messages/running/bulk-worker"
import { readConfig } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { openDatabase } from "@casepost/backend/database"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { openFileStore } from "@casepost/backend/files"

const config = readConfig(process.env)
const folder = process.env.CHILD_FOLDER
const database = await openDatabase(
  config.databaseUrl ? { url: config.databaseUrl } : { ...(folder ? { folder } : {}) },
)
const wakes: (() => void)[] = []
const house: House = {
  config,
  database,
  files: openFileStore(config),
  now: () => new Date(),
  queueMail: async () => {},
  wakeDelivery: () => {
    for (const wake of wakes) wake()
  },
  log: line => console.log(JSON.stringify(line)),
}
wakes.push(startDispatcher(house).wake, startBulkWorker(house).wake)
console.log("started")
// It is killed: what Node compiled would be lost.
flushCompileCache()
