import { rowsOf } from "@casepost/backend/database"
import { sql } from "drizzle-orm"
import { expect } from "vitest"
import type { TestHouse } from "./house.ts"

/** Waits until a statement on a table that begins so waits for a lock. */
export async function untilWaiting(
  house: TestHouse,
  begins: "insert into" | "update",
  table: "relations" | "tools" = "relations",
): Promise<void> {
  const statement = `${begins} "${table}"%`
  const waiting = async () =>
    rowsOf(
      await house.database.owner.execute(
        sql`select pid from pg_stat_activity where wait_event_type = 'Lock' and query like ${statement}`,
      ),
    ).length
  await expect.poll(waiting).toBeGreaterThan(0)
}
