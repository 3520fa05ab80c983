import type { CaseRef } from "@casepost/shared/cases"
import type { Facts } from "@casepost/shared/facts"
import { type PlaceholderName, placeholdersIn } from "@casepost/shared/placeholders"
import { sql } from "drizzle-orm"
import { factsOfCases } from "../../cases/facts/facts-of-cases.ts"
import { senderOf } from "../../cases/facts/get-facts.ts"
import type { Context } from "../../context.ts"
import { isOneOf, rowsOf, type Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import type { bulkMessageCases } from "../tables.ts"
import type { BulkText } from "./text-for.ts"

export type CaseRow = typeof bulkMessageCases.$inferSelect
export type AdministrationRow = typeof administrations.$inferSelect

/** A chosen case as it stands now. */
export type Chosen = {
  row: CaseRow
  /** None: the case is gone. */
  now: CaseNow | undefined
  facts: Facts | undefined
  administration: AdministrationRow
}

type CaseNow = {
  position: number
  number: string
  customerName: string
  /** Of an invoice or matter; a customer is never settled. */
  state: string | null
  doNotMessage: string | null
  standingCc: string[]
  standingBcc: string[]
  contactId: string | null
  contactName: string | null
  address: string | null
  suppressed: string | null
  hasPdf: boolean
  pdfBytes: number
}

/** Reads what deciding about cases takes: a constant number of queries for at most some hundreds of them. */
export async function readChosen(
  context: Context,
  tx: Transaction,
  { rows, texts }: { rows: readonly CaseRow[]; texts: readonly BulkText[] },
): Promise<Chosen[]> {
  const [first] = rows
  if (!first) return []
  const kind = first.caseKind as CaseRef["kind"]
  const now = rowsOf<CaseNow>(await tx.execute(casesNow(kind, JSON.stringify(rows.map(asAsked)))))
  const byPosition = new Map(now.map(one => [one.position, one]))
  const facts = await factsOfCases(tx, {
    refs: rows.map(row => ({ kind, id: row.caseId })),
    sender: senderOf(context),
    now: context.now(),
    only: namesIn(texts),
  })
  const places = await readAdministrations(
    tx,
    rows.map(row => row.administrationId),
  )
  return rows.flatMap(row => {
    const administration = places.get(row.administrationId)
    return administration
      ? [{ row, now: byPosition.get(row.position), facts: facts.get(row.caseId), administration }]
      : []
  })
}

export async function readAdministrations(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, AdministrationRow>> {
  const rows = await tx
    .select()
    .from(administrations)
    .where(isOneOf(administrations.id, [...new Set(ids)]))
  return new Map(rows.map(row => [row.id, row]))
}

function namesIn(texts: readonly BulkText[]): PlaceholderName[] {
  return placeholdersIn(...texts.flatMap(text => [text.subject, text.bodyHtml]))
}

function asAsked({ position, caseId }: CaseRow) {
  return { position, case_id: caseId }
}

const own = {
  customer: sql`select x.*, x.id as customer_id from customers x`,
  matter: sql`select * from matters x`,
  invoice: sql`select * from invoices x`,
}

/** One by one by their keys: without estimates, as after an import, the planner would compare every case with every customer. */
function casesNow(kind: CaseRef["kind"], asked: string) {
  const file =
    kind === "invoice"
      ? sql`left join lateral (select f.size from attachments f where f.owner_kind = 'invoice' and f.owner_id = x.id limit 1) f on true`
      : sql``
  return sql`
    select a.position, x.number, c.name as "customerName", ${kind === "customer" ? sql`null::text` : sql`x.state`} as state,
      c.do_not_message as "doNotMessage", to_json(c.standing_cc) as "standingCc", to_json(c.standing_bcc) as "standingBcc",
      p.id::text as "contactId", p.name as "contactName", p.address, s.reason as suppressed,
      ${kind === "invoice" ? sql`f.size is not null` : sql`false`} as "hasPdf",
      ${kind === "invoice" ? sql`coalesce(f.size, 0)` : sql`0`} as "pdfBytes"
    from jsonb_to_recordset(${asked}::text::jsonb) as a(position int, case_id uuid)
    cross join lateral (${own[kind]} where x.id = a.case_id offset 0) x
    cross join lateral (select * from customers c where c.id = x.customer_id offset 0) c
    left join lateral (select * from contacts g where g.customer_id = c.id and g.purpose = 'general' offset 0) p on true
    left join suppressions s on s.organisation_id = c.organisation_id and s.address = lower(p.address) and s.lifted_at is null
    ${file}`
}
