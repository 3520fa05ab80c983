/** A process of our own that works on a database and is killed in the middle, on either engine. */
import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import type { Config } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { openDatabase } from "@casepost/backend/database"
import { openFileStore } from "@casepost/backend/files"
import { sql } from "drizzle-orm"
import { inject, onTestFinished } from "vitest"
import { doubleKey, type ProviderDouble } from "./provider-double.ts"

/** A database that outlives the process: of the tests' Postgres, or a folder of PGlite. */
export type Place = { databaseUrl?: string; folder?: string }

export async function makePlace(engine: "postgres" | "pglite", data: string): Promise<Place> {
  if (engine === "pglite") return { folder: join(data, "database") }
  const url = inject("postgresUrl")
  const name = `casepost_killed_${Date.now()}_${process.pid}`
  const admin = (await import("postgres")).default(`${url}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template casepost_template`)
  await admin.end()
  return { databaseUrl: `${url}/${name}` }
}

/** Opens the place while no process has it, and closes it again. */
export async function within<Result>(
  place: Place,
  data: string,
  work: (house: House) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({
    ...(place.databaseUrl ? { url: place.databaseUrl } : {}),
    ...(place.folder ? { folder: place.folder } : {}),
  })
  const config = { data, s3: undefined, local: true } as Config
  const wakeDelivery = () => {}
  const house = { database, files: openFileStore(config), config, now: () => new Date(), wakeDelivery } as House
  try {
    return await work(house)
  } finally {
    await database.close()
  }
}

/** Starts a file of tests/support on the place; it ends with the test at the latest. */
export function start(file: string, of: { place: Place; data: string; double: ProviderDouble }): ChildProcess {
  const { place, data, double } = of
  const running = spawn(process.execPath, [join(import.meta.dirname, file)], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      CASEPOST_DATA: data,
      CASEPOST_SECRET: "a secret of at least thirty-two characters",
      CASEPOST_DEMO: "off",
      RESEND_API_KEY: doubleKey,
      RESEND_BASE_URL: double.url,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      ...(place.folder ? { CHILD_FOLDER: place.folder } : {}),
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  onTestFinished(() => {
    running.kill("SIGKILL")
  })
  return running
}

/** Once it has said anything. */
export function started(running: ChildProcess): Promise<void> {
  return new Promise(resolve => running.stdout?.once("data", () => resolve()))
}

export function killed(running: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    running.once("exit", () => resolve())
    running.kill("SIGKILL")
  })
}

/** Kills it, and lets the time pass for which its lease would have kept the next one waiting (`lease.test` and whoever only kills wait for it). */
export async function killedLongAgo(running: ChildProcess, of: { place: Place; data: string }): Promise<void> {
  await killed(running)
  await within(of.place, of.data, async ({ database }) => {
    await database.owner.execute(sql`update leases set expires_at = clock_timestamp() - interval '1 second'`)
  })
}

/** Waits until nothing was asked for three seconds, and nothing waits to be asked again because its line was cut. */
export async function quiet(double: ProviderDouble): Promise<void> {
  for (let seen = -1; seen !== double.requests.length || hasCutLine(double); ) {
    seen = double.requests.length
    await new Promise(resolve => setTimeout(resolve, 3_000))
  }
}

function hasCutLine({ requests }: ProviderDouble): boolean {
  return new Map(requests.map(({ key, status }) => [key, status])).values().some(status => status === 0)
}
