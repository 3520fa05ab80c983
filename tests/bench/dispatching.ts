import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readConfig } from "@casepost/backend/config"
import type { House } from "@casepost/backend/context"
import { openDatabase } from "@casepost/backend/database"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { openFileStore } from "@casepost/backend/files"
import postgres from "postgres"
import { makeWorld } from "../support/make.ts"
import { makeCase, makeMessages } from "../support/make-message.ts"
import { doubleKey, startProviderDouble } from "../support/provider-double.ts"

export type Dispatching = {
  name: string
  /** Seconds from the first request to the last answer, and what the provider's limit alone would take. */
  wall: number
  ideal: number
  /** Requests above the provider's limit: none are allowed. */
  overLimit: number
}

export const limits = { perSecond: 10, latency: 120 }

/** Sends bulk messages to a provider that takes ten requests a second: a hundred to a request, and one by one with a file. */
export async function measureDispatching(server: string): Promise<Dispatching[]> {
  return [
    await measure(server, { name: "bulk dispatch, batches of 100", count: 5_000 }),
    await measure(server, { name: "bulk dispatch, one by one with a file", count: 100, file: "%PDF-1.7 open" }),
  ]
}

async function measure(
  server: string,
  { name, count, file }: { name: string; count: number; file?: string },
): Promise<Dispatching> {
  const double = await startProviderDouble(limits)
  const house = await openDispatchHouse(server, double.url)
  const world = await makeWorld(house)
  const of = await makeCase(house, world)
  for (let made = 0; made < count; made += 500)
    await makeMessages(house, world, {
      of,
      count: Math.min(500, count - made),
      attempt: { priority: 10 },
      ...(file ? { file } : {}),
    })
  const dispatcher = startDispatcher(house)
  while (double.accepted.length < count) await new Promise(resolve => setTimeout(resolve, 5))
  const { requests, overLimit } = double
  const wall = performance.now() - (requests[0]?.at ?? 0)
  await dispatcher.close()
  await house.database.close()
  double.close()
  return { name, wall: wall / 1_000, ideal: requests.length / limits.perSecond, overLimit }
}

/** A house on a database of its own, whose provider is at this address. */
export async function openDispatchHouse(server: string, baseUrl: string): Promise<House> {
  const name = `bench_dispatch_${Date.now()}`
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const config = readConfig({
    CASEPOST_DATA: mkdtempSync(join(tmpdir(), "casepost-bench-")),
    CASEPOST_DEMO: "off",
    RESEND_API_KEY: doubleKey,
    RESEND_BASE_URL: baseUrl,
  })
  return {
    config,
    database: await openDatabase({ url: `${server}/${name}` }),
    files: openFileStore(config),
    now: () => new Date(),
    wakeDelivery: () => {},
    queueMail: async () => {},
    log: () => {},
  }
}
