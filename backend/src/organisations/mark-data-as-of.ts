import { eq } from "drizzle-orm"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { administrations } from "./tables.ts"

/** Says that an administration's case data is as of now. */
export async function markDataAsOf(context: Context, tx: Transaction, administrationId: string): Promise<void> {
  await tx.update(administrations).set({ dataAsOf: context.now() }).where(eq(administrations.id, administrationId))
}
