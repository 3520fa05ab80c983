import type { BulkCase } from "@casepost/shared/bulk-messages"
import type { CaseKind } from "@casepost/shared/cases"
import { type DeliveryState, failedStates } from "@casepost/shared/delivery"
import { type SQL, sql } from "drizzle-orm"
import { visibleAdministrations } from "../../access/require-right.ts"
import { describeCases } from "../../cases/describe-cases.ts"
import type { Context } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import type { BulkRow } from "../checking/tally.ts"
import { canRetry, generalContact, lastTo } from "../describing/count-results.ts"

type Row = {
  position: number
  caseKind: CaseKind
  caseId: string
  administrationId: string
  takenOut: boolean
  check: BulkCase["check"]
  missing: string[] | null
  values: Record<string, string> | null
  language: BulkCase["language"] | null
  address: string | null
  state: BulkCase["state"]
  reason: string | null
  messageId: string | null
  delivery: DeliveryState | null
  deliveryAddress: string | null
  deliveryReason: string | null
  retryable: boolean | null
}

/** Cases of a bulk message as they are shown, by a condition on `c` (the case) and `r` (the last To of its message), in their order. */
export async function readBulkCases(
  context: Context,
  tx: Transaction,
  { bulk, where, limit }: { bulk: BulkRow; where: SQL; limit: number },
): Promise<BulkCase[]> {
  const rows = rowsOf<Row>(
    await tx.execute(sql`
      select c.position, c.case_kind as "caseKind", c.case_id::text as "caseId", c.administration_id::text as "administrationId",
        c.taken_out as "takenOut", c."check", to_json(c.missing) as missing, c.values, c.language, c.address, c.state, c.reason,
        c.message_id::text as "messageId", r.state as delivery, r.address as "deliveryAddress", r.reason as "deliveryReason",
        ${canRetry} as retryable
      from bulk_messages b join bulk_message_cases c on c.bulk_message_id = b.id ${lastTo} ${generalContact}
      where b.id = ${bulk.id}::uuid and ${where} order by c.position limit ${limit}`),
  )
  const visible = new Set(visibleAdministrations(context))
  const seen = rows.filter(row => visible.has(row.administrationId))
  const summaries = await describeCases(
    tx,
    seen.map(row => ({ kind: row.caseKind, id: row.caseId })),
    context.now(),
  )
  const byId = new Map(summaries.map(one => [one.ref.id, one]))
  return rows.map(row => describe(bulk, row, visible.has(row.administrationId) ? byId.get(row.caseId) : undefined))
}

function describe(bulk: BulkRow, row: Row, summary: NonNullable<BulkCase["case"]> | undefined): BulkCase {
  const looked = bulk.state !== "writing" || row.position < bulk.checkedTo
  const stopped = bulk.state === "stopped" && row.state === "waiting"
  return {
    position: row.position,
    case: summary ?? null,
    open: summary?.open ?? [],
    takenOut: row.takenOut,
    check: looked ? row.check : null,
    missing: looked ? (row.missing ?? []) : [],
    values: row.values ?? {},
    language: row.language ?? "en",
    address: row.messageId ? row.deliveryAddress : row.address,
    state: row.state,
    reason: stopped ? "Stopped before it left" : looked ? row.reason : null,
    messageId: row.messageId,
    delivery: stopped ? "cancelled" : row.delivery,
    deliveryReason: row.deliveryReason,
    retryable: row.retryable ?? false,
    next: nextStep(row),
  }
}

function nextStep(row: Row): BulkCase["next"] {
  if (row.state === "left-out")
    return row.check === "missing" && row.missing?.every(name => name !== "invoice-pdf") ? "fill-in" : null
  if (row.delivery === null || !failedStates.includes(row.delivery)) return null
  if (row.retryable) return "retry"
  return row.delivery === "failed" || row.delivery === "unknown" ? "open" : "change-address"
}
