import { sql } from "drizzle-orm"
import { fromDrizzle, fromPglite, PgBoss } from "pg-boss"
import type { House } from "./context.ts"
import type { Transaction } from "./database.ts"

/** Work that runs later or repeats; it knows no domain. A job may run twice, so what it does must bear that. */
export type Jobs = {
  /** Hands a job over in the caller's transaction: it exists exactly if the transaction commits. */
  enqueue: (tx: Transaction, job: { queue: string; data: object }) => Promise<void>
  /** Does what is handed over to a queue, now and then; `cron` also hands one over on a schedule (UTC). */
  work: (queue: string, handler: (data: object) => Promise<void>, cron?: string) => Promise<void>
  /** Lets running jobs end. */
  close: () => Promise<void>
}

/** An id no job has: asking for it fills pg-boss's queue cache. */
const nobody = "00000000-0000-4000-8000-000000000000"

/** Opens the queues (pg-boss), in the database that is there. */
export async function startJobs(house: House): Promise<Jobs> {
  const { database, log } = house
  // pg-boss needs a pool of its own beside drizzle's postgres.js client. On PGlite all of its looking around shares the one connection
  // with the requests: it looks once a minute.
  const boss = database.pglite
    ? new PgBoss({ db: fromPglite(database.pglite), backend: "pglite", ...calm })
    : new PgBoss({ connectionString: database.url ?? "", max: 2, ...calm })
  boss.on("error", error => log({ level: "warn", what: "jobs", error: String(error) }))
  await boss.start()
  return {
    enqueue: async (tx, { queue, data }) => {
      await boss.send(queue, data, { db: fromDrizzle(tx as never, sql) })
    },
    work: async (queue, handler, cron) => {
      await boss.createQueue(queue, { retryLimit: 3, retryDelay: 60, retryBackoff: true })
      // On a fresh PGlite the first `send` within a transaction would read the queue cache outside of it, and wait for ever.
      await boss.findJobs(queue, { id: nobody })
      await boss.work(queue, { pollingIntervalSeconds: 60, batchSize: 1 }, async jobs => {
        for (const job of jobs) await handler((job.data ?? {}) as object)
      })
      if (cron) await boss.schedule(queue, cron)
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

const calm = {
  superviseIntervalSeconds: 300,
  monitorIntervalSeconds: 300,
  maintenanceIntervalSeconds: 3600,
  cronMonitorIntervalSeconds: 45,
  cronWorkerIntervalSeconds: 45,
  clockMonitorIntervalSeconds: 600,
}
