import { rightCovers } from "@casepost/shared/access"
import { type BulkContent, type BulkMessage, type BulkSelection, mostBulkCases } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { eq, type SQL, sql } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, rightIn, visibleAdministrations } from "../access/require-right.ts"
import { selectMatching } from "../cases/overview/select-matching.ts"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import { rowsOf, type Transaction } from "../database.ts"
import { checkCases } from "./checking/check-cases.ts"
import type { BulkRow } from "./checking/tally.ts"
import { readContent } from "./content/read-content.ts"
import { readRow } from "./describing/count-results.ts"
import { describeBulkMessage } from "./describing/describe-bulk-messages.ts"
import { bulkMessageCases, bulkMessages } from "./tables.ts"

/** Milliseconds of looking at cases before the request is answered; the rest is looked at in the background. */
export const lookFor = 250

/**
 * Freezes a selection of cases as a bulk message that is being written. Small ones come with every case looked at.
 * @throws Problem not-found (a case that is not there, or not to be seen), not-allowed, too-large, relation-unavailable, invalid
 */
export async function openBulkMessage(
  context: Context,
  { selection, content }: { selection: BulkSelection; content?: BulkContent | undefined },
): Promise<BulkMessage> {
  const opened = await context.transaction(async tx => {
    const bulk = await freezeSelection(context, tx, { selection, content })
    const looked = await checkCases(context, tx, { bulk, milliseconds: lookFor })
    const answer = await describeBulkMessage(context, tx, looked)
    await context.rememberAnswer(tx, answer)
    return answer
  })
  context.wakeDelivery()
  return opened
}

const empty: BulkContent = {
  standardMessageId: null,
  texts: [],
  cc: [],
  bcc: [],
  names: {},
  attachmentIds: [],
  attachInvoicePdf: false,
  filesInPortal: false,
}

/** Writes the bulk message with its cases in one statement; nothing is looked at yet. */
export async function freezeSelection(
  context: Context,
  tx: Transaction,
  { selection, content = empty }: { selection: BulkSelection; content?: BulkContent | undefined },
): Promise<BulkRow> {
  const { actor } = context
  if (actor.kind !== "user" && actor.kind !== "api-key") throw notHere()
  const id = newId()
  await tx.insert(bulkMessages).values({
    id,
    organisationId: context.organisationId,
    userId: actor.kind === "user" ? actor.userId : null,
    apiKeyId: actor.kind === "api-key" ? actor.keyId : null,
    userName: actor.name,
    kind: selection.by === "ids" ? selection.kind : selection.filter.kind,
    administrationIds: [],
    content: empty,
    state: "writing",
    total: 0,
    savedAt: context.now(),
    createdAt: context.now(),
  })
  const administrationIds = await freezeCases(context, tx, { id, selection })
  await tx.update(bulkMessages).set({ administrationIds }).where(eq(bulkMessages.id, id))
  const [{ total } = { total: 0 }] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(bulkMessageCases)
    .where(eq(bulkMessageCases.bulkMessageId, id))
  refuseSize(total, selection)
  requireSomewhere(context, administrationIds)
  const read = await readContent(context, tx, { content, before: empty, administrationIds })
  await tx
    .update(bulkMessages)
    .set({ total, ...read })
    .where(eq(bulkMessages.id, id))
  return readRow(tx, id)
}

/** Gives the administrations that the cases lie in. */
async function freezeCases(
  context: Context,
  tx: Transaction,
  { id, selection }: { id: string; selection: BulkSelection },
): Promise<string[]> {
  const chosen = selection.by === "ids" ? chosenById(context, selection) : chosenByFilter(context, selection)
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      with frozen as (
        insert into ${bulkMessageCases} (organisation_id, bulk_message_id, position, case_kind, case_id, customer_id, administration_id)
        select ${context.organisationId}::uuid, ${id}::uuid, (row_number() over ())::int - 1, m.case_kind, m.case_id, m.customer_id,
          m.administration_id
        from (${chosen} limit ${mostBulkCases + 1}) m
        returning administration_id)
      select distinct administration_id::text as id from frozen order by 1`),
  )
  return rows.map(row => row.id)
}

function chosenByFilter(context: Context, { filter, except }: Extract<BulkSelection, { by: "filter" }>): SQL {
  const left = except.filter(one => validate(one))
  const matching = selectMatching(context, filter)
  if (left.length === 0) return matching
  return sql`select f.* from (${matching}) f
    where f.case_id not in (select unnest(${`{${left.join(",")}}`}::text::uuid[]))`
}

const tables = { customer: sql`customers`, matter: sql`matters`, invoice: sql`invoices` }

/** In the order they were ticked, each once. */
function chosenById(context: Context, { kind, ids }: Extract<BulkSelection, { by: "ids" }>): SQL {
  if (!ids.every(one => validate(one))) throw notHere()
  const list = `{${[...new Set(ids.map(one => one.toLowerCase()))].join(",")}}`
  const customerId = kind === "customer" ? sql`x.id` : sql`x.customer_id`
  return sql`
    select ${kind}::text as case_kind, x.id as case_id, ${customerId} as customer_id, x.administration_id
    from unnest(${list}::text::uuid[]) with ordinality as a(id, place) join ${tables[kind]} x on x.id = a.id
    where x.administration_id = any (${`{${visibleAdministrations(context).join(",")}}`}::text::uuid[])
    order by a.place`
}

/** @throws Problem too-large, invalid (nothing), not-found where something that was ticked is not there */
function refuseSize(total: number, selection: BulkSelection): void {
  if (total > mostBulkCases)
    throw new Problem(
      "too-large",
      "These are more than 50,000 cases; a bulk message can be about at most 50,000. Narrow the filter and send several.",
    )
  if (selection.by === "ids" && total !== new Set(selection.ids.map(one => one.toLowerCase())).size) throw notHere()
  if (total > 0) return
  const detail = "No case fits this filter any more."
  throw new Problem("invalid", detail, { fields: [{ path: "selection", detail }] })
}

/** @throws Problem not-allowed where the actor may message nobody of them */
function requireSomewhere(context: Context, administrationIds: string[]): void {
  if (administrationIds.some(place => rightCovers(rightIn(context, place), "standard"))) return
  throw new Problem(
    "not-allowed",
    "Your right here is restricted: you can read and add notes, but not message customers.",
  )
}
