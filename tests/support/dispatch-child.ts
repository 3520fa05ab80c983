/** A dispatcher in a process of its own, to be killed: `node dispatch-child.ts` with the environment of a server. */

import { flushCompileCache } from "node:module"
import { readConfig } from "@casepost/backend/config"
import { openDatabase } from "@casepost/backend/database"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { openFileStore } from "@casepost/backend/files"

const config = readConfig(process.env)
const folder = process.env.CHILD_FOLDER
const database = await openDatabase(
  config.databaseUrl ? { url: config.databaseUrl } : { ...(folder ? { folder } : {}) },
)
startDispatcher({
  config,
  database,
  files: openFileStore(config),
  now: () => new Date(),
  queueMail: async () => {},
  wakeDelivery: () => {},
  log: line => console.log(JSON.stringify(line)),
})
console.log("started")
// It is killed: what Node compiled would be lost.
flushCompileCache()
