import { Problem } from "@casepost/shared/problems"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "../../database.ts"
import { standardMessages } from "../tables.ts"

/** Standard messages an administration has at most, archived ones aside: a chooser reads them all. */
const most = 5_000

/** Keeps others from adding to or renaming in an administration until this transaction ends. */
export async function holdDescriptions(tx: Transaction, administrationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('standard-messages ' || ${administrationId}, 0))`)
}

/** @throws Problem already-exists where another one in use there is called the same, whatever its case */
export async function requireFreeDescription(
  tx: Transaction,
  { administrationId, description, not }: { administrationId: string; description: string; not?: string },
): Promise<void> {
  const taken = await findCalled(tx, { administrationId, description })
  if (!taken || taken === not) return
  const detail = `There is a standard message “${description}” already. Give this one another description.`
  throw new Problem("already-exists", detail, { fields: [{ path: "description", detail }] })
}

/** The id of the one in use that is called so. */
export async function findCalled(
  tx: Transaction,
  { administrationId, description }: { administrationId: string; description: string },
): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: standardMessages.id })
    .from(standardMessages)
    .where(
      and(
        eq(standardMessages.administrationId, administrationId),
        isNull(standardMessages.archivedAt),
        sql`lower(${standardMessages.description}) = lower(${description})`,
      ),
    )
    .limit(1)
  return found?.id
}

/** @throws Problem too-large */
export async function requireRoom(tx: Transaction, administrationId: string): Promise<void> {
  const [counted] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(standardMessages)
    .where(and(eq(standardMessages.administrationId, administrationId), isNull(standardMessages.archivedAt)))
  if ((counted?.count ?? 0) < most) return
  throw new Problem(
    "too-large",
    "An administration has at most 5,000 standard messages. Archive some that nobody uses any more first.",
  )
}
