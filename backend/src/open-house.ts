import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { type Config, ConfigError } from "./config.ts"
import type { House } from "./context.ts"
import { type Database, openDatabase } from "./database.ts"
import { queueSystemMail } from "./delivery/queue-system-mail.ts"
import { openFileStore } from "./files.ts"
import { withLocalMailbox } from "./local-mailbox.ts"
import { writeLine } from "./log.ts"

/** Opens the database (migrating it) and the files. @throws ConfigError with one sentence when either cannot be used */
export async function openHouse(config: Config, log: House["log"] = writeLine): Promise<House> {
  return {
    config: withLocalMailbox(config),
    database: config.databaseUrl ? await openServer(config.databaseUrl) : await openFolder(config.data),
    files: openFileStore(config),
    now: () => new Date(),
    queueMail: (tx, mail) => queueSystemMail(tx, config.secret, mail),
    wakeDelivery: () => {},
    log,
  }
}

async function openServer(url: string): Promise<Database> {
  try {
    return await openDatabase({ url })
  } catch (error) {
    const place = URL.canParse(url) ? new URL(url).host : "DATABASE_URL"
    throw new ConfigError(
      `The database at ${place} cannot be used: ${reasonOf(error)}. Check DATABASE_URL and that it runs.`,
    )
  }
}

async function openFolder(data: string): Promise<Database> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 })
    return await openDatabase({ folder: join(data, "database") })
  } catch (error) {
    throw new ConfigError(
      `The data folder ${data} cannot be used: ${reasonOf(error)}. Make it writable, or set CASEPOST_DATA to another one.`,
    )
  }
}

/** The innermost reason, which names what went wrong; never the address, whose password it may hold. */
function reasonOf(error: unknown): string {
  let cause = error as { message?: string; code?: string; cause?: unknown } | undefined
  while (cause?.cause) cause = cause.cause as typeof cause
  return (cause?.message || cause?.code || "it does not answer").replace(/\.$/, "")
}
