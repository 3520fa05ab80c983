import type { CaseRef } from "@casepost/shared/cases"
import type { TimelineEntry } from "@casepost/shared/timeline"
import { and, desc, eq, sql } from "drizzle-orm"
import { readFiles } from "../attachments/read-files.ts"
import { requireCase } from "../cases/require-case.ts"
import type { Context } from "../context.ts"
import { type Place, readCursor, writeCursor } from "../cursor.ts"
import type { Transaction } from "../database.ts"
import { entries } from "../entries/tables.ts"
import { describeNotes } from "../notes/describe-notes.ts"
import { readMessages } from "./read-messages.ts"

/**
 * What happened to a case, newest first: messages, replies and internal notes, also those about an invoice's matter and customer's other
 * cases below it. A constant number of queries, whatever the page holds.
 * @throws Problem not-found; invalid for a cursor that is none
 */
export async function listTimeline(
  context: Context,
  caseRef: CaseRef,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ entries: TimelineEntry[]; nextCursor: string | null; now: string }> {
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor)
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, caseRef, "restricted")
    const rows = await readPage(tx, found.ref, { after, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    return {
      entries: await describeEntries(tx, shown),
      nextCursor: rows.length > page.limit && last ? writeCursor({ at: last.at, id: last.thingId }) : null,
      now: context.now().toISOString(),
    }
  })
}

type EntryRow = { thingKind: string; thingId: string; at: Date }

function readPage(
  tx: Transaction,
  ref: CaseRef,
  page: { after: Place | undefined; limit: number },
): Promise<EntryRow[]> {
  const { after } = page
  return tx
    .select({ thingKind: entries.thingKind, thingId: entries.thingId, at: entries.at })
    .from(entries)
    .where(
      and(
        eq(entries.caseKind, ref.kind),
        eq(entries.caseId, ref.id),
        after && sql`(${entries.at}, ${entries.thingId}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(entries.at), desc(entries.thingId))
    .limit(page.limit)
}

async function describeEntries(tx: Transaction, rows: EntryRow[]): Promise<TimelineEntry[]> {
  if (rows.length === 0) return []
  const idsOf = (kind: string) => rows.filter(row => row.thingKind === kind).map(row => row.thingId)
  const files = await readFiles(
    tx,
    rows.map(row => row.thingId),
  )
  // At once: the driver writes what was asked together in one go.
  const [messages, notes] = await Promise.all([
    readMessages(tx, idsOf("message"), files),
    describeNotes(tx, idsOf("note"), files),
  ])
  const described = new Map<string, TimelineEntry>([...messages, ...notes].map(entry => [entry.id, entry]))
  return rows.flatMap(row => {
    const entry = described.get(row.thingId)
    return entry ? [{ ...entry, at: row.at.toISOString() }] : []
  })
}
