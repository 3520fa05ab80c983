import { sql } from "drizzle-orm"
import type { House } from "../context.ts"
import { rowsOf, type Transaction } from "../database.ts"

/** Seconds of database time for which a lease holds unless it is renewed. */
const leaseSeconds = 9
const renewEvery = 2_500

/** Somebody else holds the lease: whatever was being written must not be. */
export class LeaseLost extends Error {}

type Row = { fence: string | number }
export type Lease = ReturnType<typeof openLease>

/**
 * The right to do something alone, among all replicas. The database's clock decides when it ends, and every write of its holder checks
 * the fence (`guard`), so that a process that slept through the end of its lease can write nothing any more.
 */
export function openLease(house: House, name: string) {
  const holder = crypto.randomUUID()
  let fence = 0
  /** On this process's own clock, counted from before the question was sent: never later than the database's. */
  let heldUntil = 0
  let renewing: NodeJS.Timeout | undefined

  const system = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    house.database.inScope({ role: "casepost_system" }, work)

  /** Renews our own lease, or takes one that is free or over. */
  async function take(): Promise<boolean> {
    const asked = performance.now()
    const rows = await system(async tx => {
      const renewed = await renew(tx)
      return renewed.length > 0 ? renewed : takeOver(tx)
    })
    const row = rows[0]
    if (!row) {
      heldUntil = 0
      return false
    }
    fence = Number(row.fence)
    heldUntil = asked + leaseSeconds * 1000
    return true
  }

  /**
   * It changes no key, so it does not wait for the transactions that `guard` keeps it for (`for key share`, PostgreSQL 13.3.2): under load
   * there is always one, and a renewal that waited for a moment without would come too late.
   */
  async function renew(tx: Transaction): Promise<Row[]> {
    return rowsOf<Row>(
      await tx.execute(sql`
        update leases set expires_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where name = ${name} and holder = ${holder} returning fence`),
    )
  }

  /** Waits for transactions of the one who held it: a row that is locked for update cannot be guarded. */
  async function takeOver(tx: Transaction): Promise<Row[]> {
    const made = rowsOf<Row>(
      await tx.execute(sql`
        insert into leases (name, holder, fence, expires_at)
        values (${name}, ${holder}, 1, clock_timestamp() + make_interval(secs => ${leaseSeconds}))
        on conflict (name) do nothing returning fence`),
    )
    if (made.length > 0) return made
    const over = rowsOf(
      await tx.execute(sql`select 1 from leases where name = ${name} and expires_at < clock_timestamp() for update`),
    )
    if (over.length === 0) return []
    return rowsOf<Row>(
      await tx.execute(sql`
        update leases set holder = ${holder}, fence = fence + 1, expires_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
        where name = ${name} returning fence`),
    )
  }

  return {
    isHeld: () => performance.now() < heldUntil - 500,
    /** Whether we hold it, after trying to. While held it renews itself. */
    async hold(): Promise<boolean> {
      const held = await take()
      renewing ??= setInterval(() => {
        if (heldUntil > 0)
          take().catch(error => house.log({ level: "warn", what: "lease not renewed", error: String(error) }))
      }, renewEvery)
      renewing.unref()
      return held
    },
    /** The fence under which the holder writes. */
    fence: () => fence,
    /** Keeps the lease ours until `tx` ends. @throws LeaseLost */
    async guard(tx: Transaction): Promise<void> {
      const rows = rowsOf(
        await tx.execute(
          sql`select 1 from leases where name = ${name} and holder = ${holder} and fence = ${fence} for key share`,
        ),
      )
      if (rows.length > 0) return
      heldUntil = 0
      throw new LeaseLost(`The lease ${name} has another holder.`)
    },
    /** Gives it back, so that nobody waits for its end. */
    async release(): Promise<void> {
      clearInterval(renewing)
      heldUntil = 0
      await system(tx =>
        tx.execute(
          sql`update leases set expires_at = clock_timestamp() - interval '1 second' where name = ${name} and holder = ${holder} and fence = ${fence}`,
        ),
      )
    },
  }
}
