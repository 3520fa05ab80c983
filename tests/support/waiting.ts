import { rowsOf } from "@casepost/backend/database"
import { sql } from "drizzle-orm"
import type { TestHouse } from "./house.ts"

/** Resolves once a statement about this table waits for another transaction; on Postgres only. */
export async function somebodyWaitsFor(house: TestHouse, table: string): Promise<void> {
  for (;;) {
    const waiting = await house.database.owner.execute(
      sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ${`%${table}%`}
        and datname = current_database()`,
    )
    if (rowsOf(waiting).length > 0) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
