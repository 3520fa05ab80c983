import { rightCovers } from "@casepost/shared/access"
import type { DeedInput, DeedResult } from "@casepost/shared/contract"
import type { deeds, OverviewRow } from "@casepost/shared/overviews"
import { rightIn } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { daysOverdue } from "../days-overdue.ts"
import { plainAmount } from "../plain-amount.ts"
import { readOverviewCursor, writeOverviewCursor } from "./overview-cursor.ts"
import { readOverviewPage, type StoredRow } from "./read-overview-page.ts"

/** A page of the cases that fit a filter, in administrations the actor may see: one query, by keyset. @throws Problem invalid for a strange cursor */
export async function readOverview(
  context: Context,
  { filter, sort, descending, cursor, limit }: DeedInput<typeof deeds.readOverview>["body"],
): Promise<DeedResult<typeof deeds.readOverview>> {
  const order = { sort, descending }
  const after = cursor === undefined ? undefined : readOverviewCursor(cursor, order)
  const rows = await context.transaction(tx =>
    readOverviewPage(context, tx, { filter, order, after, limit: limit + 1 }),
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page.map(row => asRow(context, row)), nextCursor: last ? writeOverviewCursor(order, last) : null }
}

function asRow(context: Context, row: StoredRow): OverviewRow {
  const {
    number,
    customerId,
    customerName,
    customerNumber,
    administrationId,
    administrationName,
    state,
    openInvoices,
  } = row
  const { dueDate, unread, notDelivered, doNotMessage, matter } = row
  return {
    ref: { kind: row.kind, id: row.id },
    number,
    customerId,
    customerName,
    customerNumber,
    administrationId,
    administrationName,
    state,
    open: row.open.map(money => ({ ...money, amount: plainAmount(money.amount) })),
    openInvoices,
    dueDate,
    daysOverdue: row.mayBeOverdue && dueDate ? daysOverdue(dueDate, row.timeZone, context.now()) : null,
    unread,
    lastMessage: lastMessageOf(row),
    notDelivered,
    portalOnly: row.noAddress,
    doNotMessage,
    matter,
    mayMessage: rightCovers(rightIn(context, administrationId), "standard"),
  }
}

function lastMessageOf({ lastAt, lastDirection, lastSubject, lastAuthor }: StoredRow): OverviewRow["lastMessage"] {
  if (lastAt === null || lastDirection === null) return null
  const incoming = lastDirection === "incoming"
  return { at: lastAt, text: incoming ? `Reply from ${lastAuthor}` : (lastSubject ?? ""), incoming }
}
