import type { CaseKind } from "@casepost/shared/cases"
import { sql } from "drizzle-orm"
import { touchCaseRows } from "../cases/overview/touch-case-rows.ts"
import { matterInvoices } from "../cases/tables.ts"
import { newId } from "../columns.ts"
import { isAmong, type Transaction } from "../database.ts"
import { conversations, entries } from "./tables.ts"

/** A message of ours about a case; of many that are written at once, each case has at most one. */
export type ShownMessage = {
  messageId: string
  administrationId: string
  customerId: string
  caseKind: CaseKind
  caseId: string
}

/** Puts many messages of ours that were just written into timelines and inbox, in a constant number of statements. */
export async function showMessages(
  tx: Transaction,
  { organisationId, at, messages }: { organisationId: string; at: Date; messages: readonly ShownMessage[] },
): Promise<void> {
  if (messages.length === 0) return
  const above = await casesAbove(tx, messages)
  const shown = messages.flatMap(message =>
    [{ kind: message.caseKind, id: message.caseId }, ...(above.get(message.caseId) ?? [])].map(({ kind, id }) => ({
      id: newId(),
      organisation_id: organisationId,
      administration_id: message.administrationId,
      case_kind: kind,
      case_id: id,
      thing_kind: "message",
      thing_id: message.messageId,
      at: at.toISOString(),
    })),
  )
  await tx.execute(sql`
    insert into ${entries} (id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at)
    select id, organisation_id, administration_id, case_kind, case_id, thing_kind, thing_id, at
    from jsonb_populate_recordset(null::${entries}, ${JSON.stringify(shown)}::text::jsonb)`)
  await putOnTop(tx, { organisationId, at, messages })
  const touched = shown.map(entry => ({ case_id: entry.case_id, message_id: entry.thing_id }))
  await touchCaseRows(tx, { touched, at })
}

/** An invoice shows under its matters and its customer, a matter under its customer. */
async function casesAbove(tx: Transaction, messages: readonly ShownMessage[]) {
  const of = (kind: CaseKind) => messages.filter(message => message.caseKind === kind)
  const above = new Map<string, { kind: CaseKind; id: string }[]>()
  const add = (caseId: string, kind: CaseKind, id: string) =>
    above.set(caseId, [...(above.get(caseId) ?? []), { kind, id }])
  const invoiceIds = of("invoice").map(message => message.caseId)
  if (invoiceIds.length > 0) {
    const { matterId, invoiceId } = matterInvoices
    const rows = await tx.select({ matterId, invoiceId }).from(matterInvoices).where(isAmong(invoiceId, invoiceIds))
    for (const row of rows) add(row.invoiceId, "matter", row.matterId)
  }
  for (const message of messages)
    if (message.caseKind !== "customer") add(message.caseId, "customer", message.customerId)
  return above
}

/** In the order of their cases, so that two writers wait for each other instead of locking each other out. */
async function putOnTop(
  tx: Transaction,
  { organisationId, at, messages }: { organisationId: string; at: Date; messages: readonly ShownMessage[] },
): Promise<void> {
  const rows = messages
    .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1))
    .map(message => ({
      organisation_id: organisationId,
      case_kind: message.caseKind,
      case_id: message.caseId,
      administration_id: message.administrationId,
      customer_id: message.customerId,
      last_message_id: message.messageId,
      last_at: at.toISOString(),
    }))
  await tx.execute(sql`
    insert into ${conversations} (organisation_id, case_kind, case_id, administration_id, customer_id, last_message_id, last_at)
    select organisation_id, case_kind, case_id, administration_id, customer_id, last_message_id, last_at
    from jsonb_populate_recordset(null::${conversations}, ${JSON.stringify(rows)}::text::jsonb)
    on conflict (case_kind, case_id) do update set last_message_id = excluded.last_message_id, last_at = excluded.last_at`)
}
