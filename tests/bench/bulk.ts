import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { startBulkWorker } from "@casepost/backend/bulk-messages/running/bulk-worker"
import { undoBulkMessage } from "@casepost/backend/bulk-messages/running/undo-bulk-message"
import { sendBulkMessage } from "@casepost/backend/bulk-messages/send-bulk-message"
import { bulkMessages } from "@casepost/backend/bulk-messages/tables"
import type { House } from "@casepost/backend/context"
import { startDispatcher } from "@casepost/backend/delivery/dispatch"
import { eq, sql } from "drizzle-orm"
import { makeInvoices, openBulk, sentBulk } from "../support/bulk-messages.ts"
import { makeWorld } from "../support/make.ts"
import { doubleKey, startProviderDouble } from "../support/provider-double.ts"
import { type Dispatching, limits, openDispatchHouse } from "./dispatching.ts"

const child = join(import.meta.dirname, "../support/bulk-child.ts")
const few = 500
const many = 50_000
/** Messages of the memory figure: more take as long as the provider's double needs for them. */
const manySent = process.env.CASEPOST_BENCH === "full" ? 50_000 : 10_000

/** A bulk message of 10,000 cases through everything: made, left, frozen, sent. Seconds from the first request to the last answer. */
export async function measureBulk(server: string, count = 10_000): Promise<Dispatching> {
  const double = await startProviderDouble(limits)
  const house = await openDispatchHouse(server, double.url)
  const bulk = await acceptedBulk(house, count)
  const dispatcher = startDispatcher(house)
  const worker = startBulkWorker(house)
  house.wakeDelivery = () => {
    dispatcher.wake()
    worker.wake()
  }
  await letGo(house, bulk)
  house.wakeDelivery()
  while (double.accepted.length < count) await new Promise(resolve => setTimeout(resolve, 5))
  const wall = performance.now() - (double.requests[0]?.at ?? 0)
  await worker.close()
  await dispatcher.close()
  await house.database.close()
  double.close()
  // What the limit alone would take for as few requests as there can be.
  const ideal = Math.ceil(count / 100) / limits.perSecond
  return { name: "bulk message of 10,000 cases", wall: wall / 1_000, ideal, overLimit: double.overLimit }
}

/** Milliseconds of accepting a bulk message, of 50,000 cases and of 500; the median of several. */
export async function measureAccepting(server: string): Promise<[number, number]> {
  const house = await openDispatchHouse(server, "http://127.0.0.1:1")
  const world = await makeWorld(house)
  const { ids } = await makeInvoices(house, world, many)
  await house.database.owner.execute(sql`analyze administrations, customers, contacts, invoices, case_rows`)
  const figures: number[] = []
  const opened: { id: string; version: number; times: number[] }[] = []
  for (const count of [many, few]) opened.push({ ...(await openBulk(world.standard, ids.slice(0, count))), times: [] })
  for (let turn = 0; turn < 15; turn += 1)
    for (const { id, version, times } of opened) {
      const start = performance.now()
      await sendBulkMessage(world.standard, { id, version })
      times.push(performance.now() - start)
      await undoBulkMessage(world.standard, id)
    }
  for (const { times } of opened) figures.push(times.toSorted((one, other) => one - other)[7] ?? 0)
  await house.database.close()
  return [figures[0] ?? 0, figures[1] ?? 0]
}

/** Megabytes a server takes at its peak while it sends a bulk message of many cases, and of 500; none where the system does not tell. */
export async function measureMemory(server: string): Promise<[number, number] | undefined> {
  if (!existsSync("/proc/self/status")) return undefined
  return [await peakOf(server, manySent), await peakOf(server, few)]
}

async function peakOf(server: string, count: number): Promise<number> {
  const double = await startProviderDouble({ perSecond: 1_000 })
  const house = await openDispatchHouse(server, double.url)
  const bulk = await acceptedBulk(house, count)
  await letGo(house, bulk)
  const sender = startChild(house, double.url)
  while (double.accepted.length < count) await new Promise(resolve => setTimeout(resolve, 50))
  const status = readFileSync(`/proc/${sender.pid}/status`, "utf8")
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
  sender.kill("SIGKILL")
  await house.database.close()
  double.close()
  return peak
}

function startChild(house: House, baseUrl: string): ChildProcess {
  return spawn(process.execPath, [child], {
    env: {
      PATH: process.env.PATH,
      CASEPOST_DATA: house.config.data,
      CASEPOST_SECRET: "a secret of at least thirty-two characters",
      CASEPOST_DEMO: "off",
      RESEND_API_KEY: doubleKey,
      RESEND_BASE_URL: baseUrl,
      DATABASE_URL: house.database.url,
    },
    stdio: ["ignore", "ignore", "inherit"],
  })
}

async function acceptedBulk(house: House, count: number): Promise<string> {
  const world = await makeWorld(house)
  const { ids } = await makeInvoices(house, world, count)
  await house.database.owner.execute(sql`analyze administrations, customers, contacts, invoices, case_rows`)
  return (await sentBulk(world.standard, ids)).id
}

async function letGo(house: House, id: string): Promise<void> {
  await house.database.owner.update(bulkMessages).set({ leavesAt: new Date() }).where(eq(bulkMessages.id, id))
}
