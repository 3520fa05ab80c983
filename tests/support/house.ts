import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Config, readConfig } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { type Database, openDatabase } from "@casepost/backend/database"
import { queueSystemMail } from "@casepost/backend/delivery/queue-system-mail"
import { openFileStore } from "@casepost/backend/files"
import { inject } from "vitest"

/** A house on the run's Postgres whose clock can be set. Log lines are kept, so that a test can look for secrets in them. */
export type TestHouse = House & { logged: unknown[]; setNow: (moment: Date | undefined) => void }

/** A house on the shared test database (a fresh organisation per test keeps tests apart). */
export async function openTestHouse(changes: Partial<Config> = {}): Promise<TestHouse> {
  return furnish(await openDatabase({ url: `${inject("postgresUrl")}/casepost_test` }), changes)
}

/** A house on a database of its own, for what looks across organisations (dispatcher, set-up link). */
export async function openLonelyHouse(changes: Partial<Config> = {}): Promise<TestHouse> {
  const name = `casepost_${crypto.randomUUID().replaceAll("-", "")}`
  const admin = (await import("postgres")).default(`${inject("postgresUrl")}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template casepost_template`)
  await admin.end()
  return openHouseOn(name, changes)
}

/** A house on a database of the run's Postgres that exists. */
export async function openHouseOn(name: string, changes: Partial<Config> = {}): Promise<TestHouse> {
  return furnish(await openDatabase({ url: `${inject("postgresUrl")}/${name}` }), changes)
}

/** A house on PGlite in memory, for what differs between the engines. */
export async function openEmbeddedHouse(changes: Partial<Config> = {}): Promise<TestHouse> {
  return furnish(await openDatabase({}), changes)
}

function furnish(database: Database, changes: Partial<Config>): TestHouse {
  const data = mkdtempSync(join(tmpdir(), "casepost-test-"))
  const config = { ...readConfig({ CASEPOST_DATA: data, CASEPOST_DEMO: "off" }), ...changes }
  const logged: unknown[] = []
  let fixed: Date | undefined
  return {
    config,
    database,
    files: openFileStore(config),
    now: () => fixed ?? new Date(),
    queueMail: (tx, mail) => queueSystemMail(tx, config.secret, mail),
    wakeDelivery: () => {},
    log: line => logged.push(line),
    logged,
    setNow: moment => {
      fixed = moment
    },
  }
}
