import { sql } from "drizzle-orm"
import { type House, makeContext } from "../../context.ts"
import { rowsOf } from "../../database.ts"
import { authorOf } from "../author-of.ts"
import type { BulkRow } from "../checking/tally.ts"
import { readRow } from "../describing/count-results.ts"
import { expandBulk } from "./expand-bulk.ts"
import { leaveOutNext } from "./leave-out-next.ts"
import { lookFurther } from "./look-further.ts"

export type BulkWorker = {
  /** Something may be due now. */
  wake: () => void
  /** Lets what it is doing end. */
  close: () => Promise<void>
}

const longestSleep = 1_000
/**
 * Milliseconds one transaction should take, and cases it has at least and at first. On PGlite everybody else waits for it; on Postgres
 * nobody does, and fewer than a request to the provider holds (100) would cost the rate.
 */
const chunks = { pglite: { wanted: 120, fewest: 25 }, postgres: { wanted: 500, fewest: 100 } }
const first = 100
const most = 500

type Due = { id: string; organisationId: string; work: "look" | "expand" }

/**
 * Looks at cases of bulk messages that are being written, and makes the messages of those that were sent: a few at a time, one bulk message
 * after the other, so that none keeps another waiting. Any number of processes may run it.
 */
export function startBulkWorker(house: House): BulkWorker {
  const sizes = new Map<string, number>()
  const { wanted, fewest } = chunks[house.database.kind]
  let stopped = false
  let woken = false
  let endSleep = () => {}

  async function expand({ id, organisationId }: Due): Promise<boolean> {
    const size = sizes.get(id) ?? first
    const author = await authorOf(house, await rowOf(house, { id, organisationId }))
    const start = performance.now()
    try {
      if ((await expandBulk(author, { id, most: size })) === "none") return false
      const took = performance.now() - start
      sizes.set(
        id,
        took < wanted ? Math.min(most, 2 * size) : took > 2 * wanted ? Math.max(fewest, Math.floor(size / 2)) : size,
      )
    } catch (error) {
      house.log({ level: "error", what: "bulk message", bulkMessageId: id, error: String(error) })
      // One that cannot be made must hold up no other: it is looked for, one by one, and left out.
      if (size > 1) sizes.set(id, 1)
      else if (!isOutage(error)) await leaveOutNext(author, id)
      else throw error
    }
    house.wakeDelivery()
    return true
  }

  async function work(): Promise<boolean> {
    let some = false
    for (const due of await findDue(house)) {
      if (stopped) return false
      try {
        some = (due.work === "look" ? await lookFurther(house, due) : await expand(due)) || some
      } catch (error) {
        house.log({ level: "error", what: "bulk message", bulkMessageId: due.id, error: String(error) })
      }
    }
    return some
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false
      const some = await work().catch(error => {
        house.log({ level: "error", what: "bulk messages", error: String(error) })
        return false
      })
      if (some || woken) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, longestSleep)
        endSleep = () => {
          clearTimeout(timer)
          resolve()
        }
        if (stopped) endSleep()
      })
    }
  }

  const running = run()
  const wake = () => {
    woken = true
    endSleep()
  }
  return {
    wake,
    close: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

async function findDue(house: House): Promise<Due[]> {
  return house.database.inScope({ role: "casepost_system" }, async tx =>
    rowsOf<Due>(
      await tx.execute(sql`
        select id::text as id, organisation_id::text as "organisationId", 'expand' as work from bulk_messages
        where state in ('held', 'scheduled', 'sending') and (state = 'sending' or leaves_at <= ${house.now().toISOString()}::timestamptz)
        union all
        select id::text, organisation_id::text, 'look' from bulk_messages where state = 'writing' and checked_to < total`),
    ),
  )
}

/** A bulk message as the system reads it. */
export function rowOf(house: House, { id, organisationId }: Pick<Due, "id" | "organisationId">): Promise<BulkRow> {
  return makeContext(house, { actor: { kind: "system" }, organisationId }).transaction(tx => readRow(tx, id))
}

/** The database is away or was busy with others: trying again is all it takes (PostgreSQL error classes 08, 40, 53, 57). */
function isOutage(error: unknown): boolean {
  return /^(08|40|53|57|CONN|ECONN)/.test((error as { cause?: { code?: string } }).cause?.code ?? "")
}
