import type { BulkCheck } from "@casepost/shared/bulk-messages"
import { and, asc, eq, sql } from "drizzle-orm"
import { attachToMany } from "../../attachments/give-to-bulk.ts"
import { type Context, doerOf } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import { writeMessages } from "../../messages/many/write-messages.ts"
import { filesOf } from "../checking/files-of.ts"
import { goingOut, type Judged, judgeCase } from "../checking/judge-case.ts"
import { type Chosen, readChosen } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"
import { countStandard } from "../content/count-standard.ts"
import { bulkMessageCases, bulkMessages } from "../tables.ts"
import { makeMessage } from "./make-message.ts"
import { readSenders } from "./read-senders.ts"

/** Single messages have 0 and go first. */
export const bulkPriority = 10
/** Messages that may wait to leave before more are made: so what changed meanwhile is seen late, and a pause or a stop has little to hold. */
const mostWaiting = 2_000
/** The same where each mail is a request of its own. */
const mostWaitingAlone = 200

/** What came of making messages: `none` where nothing is to be made now. */
export type Expanded = "some" | "none"

/**
 * Makes the next messages of a bulk message that is due: facts, addresses, rights and what may be sent are read now, and each case's row
 * says in the same transaction what became of it. Its row is held, so two processes never make the same; killed at any point, nothing or
 * all of it happened.
 */
export async function expandBulk(context: Context, { id, most }: { id: string; most: number }): Promise<Expanded> {
  return context.transaction(async tx => {
    const bulk = await holdDue(context, tx, id)
    if (!bulk || (await waitingOf(tx, bulk)) >= (sendsAlone(bulk) ? mostWaitingAlone : mostWaiting)) return "none"
    const rows = await tx
      .select()
      .from(bulkMessageCases)
      .where(and(eq(bulkMessageCases.bulkMessageId, id), eq(bulkMessageCases.state, "waiting")))
      .orderBy(asc(bulkMessageCases.position))
      .limit(most)
    if (rows.length === 0) {
      await finish(context, tx, bulk)
      return "none"
    }
    const files = await filesOf(context, tx, bulk)
    const chosen = await readChosen(context, tx, {
      rows: rows.filter(row => !row.takenOut),
      texts: bulk.content.texts,
    })
    const by = { content: bulk.content, bytes: files.reduce((sum, file) => sum + file.size, 0) }
    const judged = chosen.map(one => ({ chosen: one, judged: judgeCase(context, one, by) }))
    const made = await makeMessages(context, tx, { bulk, judged })
    const outcomes = [
      ...rows.filter(row => row.takenOut).map(row => ({ position: row.position, reason: "Left out by hand" })),
      ...judged.map(one => outcomeOf(one, made.get(one.chosen.row.position))),
    ]
    await writeOutcomes(tx, { id, outcomes })
    return "some"
  })
}

/** The bulk message, held, if its time has come; another process that holds it makes its messages. */
async function holdDue(context: Context, tx: Transaction, id: string): Promise<BulkRow | undefined> {
  const [bulk] = await tx.select().from(bulkMessages).where(eq(bulkMessages.id, id)).for("update", { skipLocked: true })
  if (!bulk) return undefined
  if (bulk.state === "sending") return bulk
  const waits = bulk.state === "held" || bulk.state === "scheduled"
  if (!waits || !bulk.leavesAt || bulk.leavesAt > context.now()) return undefined
  const begun = { state: "sending", startedAt: context.now() }
  await tx.update(bulkMessages).set(begun).where(eq(bulkMessages.id, id))
  return { ...bulk, ...begun }
}

async function waitingOf(tx: Transaction, bulk: BulkRow): Promise<number> {
  const [row] = rowsOf<{ waiting: number }>(
    await tx.execute(sql`
      select count(*)::int as waiting from attempts where bulk_message_id = ${bulk.id}::uuid and state = 'waiting'`),
  )
  return row?.waiting ?? 0
}

function sendsAlone({ content }: BulkRow): boolean {
  return (content.attachmentIds.length > 0 || content.attachInvoicePdf) && !content.filesInPortal
}

/** Done once its last mail has left. */
async function finish(context: Context, tx: Transaction, bulk: BulkRow): Promise<void> {
  const [row] = rowsOf<{ under_way: boolean }>(
    await tx.execute(sql`
      select exists (select from attempts where bulk_message_id = ${bulk.id}::uuid and state = 'waiting')
        or exists (select from mails where bulk_message_id = ${bulk.id}::uuid and state in ('queued', 'frozen')) as under_way`),
  )
  if (row?.under_way) return
  await tx
    .update(bulkMessages)
    .set({ state: "done", finishedAt: context.now(), countedAt: null })
    .where(eq(bulkMessages.id, bulk.id))
}

type One = { chosen: Chosen; judged: Judged }

/** Writes the messages of those that get one; gives their ids by position. */
async function makeMessages(
  context: Context,
  tx: Transaction,
  { bulk, judged }: { bulk: BulkRow; judged: One[] },
): Promise<Map<number, string>> {
  const going = judged.filter(one => goingOut.includes(one.judged.check))
  const administrations = new Map(going.map(({ chosen }) => [chosen.administration.id, chosen.administration]))
  const senders = await readSenders(context, tx, { bulk, administrations: [...administrations.values()] })
  const made = going.flatMap(one => {
    const sender = senders.get(one.chosen.row.administrationId)
    const message = sender && makeMessage(bulk, { ...one, sender })
    return message ? [{ position: one.chosen.row.position, message }] : []
  })
  const messages = made.map(one => one.message)
  const standardMessageId = await countStandard(tx, { bulk, uses: messages.length, at: context.now() })
  const { content, organisationId } = bulk
  await writeMessages(tx, {
    organisationId,
    bulkMessageId: bulk.id,
    standardMessageId,
    filesInPortal: content.filesInPortal,
    authorUserId: bulk.userId,
    authorName: doerOf(context.actor, bulk.userName).name,
    priority: bulkPriority,
    at: context.now(),
    messages,
  })
  if (messages.length > 0 && (content.attachmentIds.length > 0 || content.attachInvoicePdf))
    await attachToMany(tx, {
      organisationId,
      bulkMessageId: bulk.id,
      at: context.now(),
      messages: messages.map(({ id, caseKind, caseId }) => ({
        id,
        invoiceId: content.attachInvoicePdf && caseKind === "invoice" ? caseId : null,
      })),
    })
  return new Map(made.map(one => [one.position, one.message.id]))
}

type Outcome = { position: number; reason: string | null; message_id?: string } & Partial<{
  check: BulkCheck
  missing: string[] | null
  language: string
  address: string | null
}>

/** A case that was fine when it was looked at last says that it changed meanwhile. */
function outcomeOf({ chosen, judged }: One, messageId: string | undefined): Outcome {
  const { check, missing, reason, language, address } = judged
  const meanwhile = chosen.row.check !== check && check === "settled"
  return {
    position: chosen.row.position,
    check,
    missing: missing.length > 0 ? missing : null,
    reason: messageId
      ? null
      : meanwhile
        ? (reason?.replace(",", " meanwhile,") ?? null)
        : (reason ?? "There was no text for it"),
    language,
    address,
    ...(messageId ? { message_id: messageId } : {}),
  }
}

async function writeOutcomes(tx: Transaction, { id, outcomes }: { id: string; outcomes: Outcome[] }): Promise<void> {
  const rows = outcomes.map(outcome => ({ bulk_message_id: id, ...outcome }))
  // By the whole key: with its first part given, a table without statistics is compared row by row.
  await tx.execute(sql`
    update ${bulkMessageCases} c set state = case when o.message_id is null then 'left-out' else 'message' end, message_id = o.message_id,
      reason = o.reason, "check" = coalesce(o."check", c."check"), missing = o.missing, language = coalesce(o.language, c.language),
      address = o.address
    from jsonb_populate_recordset(null::${bulkMessageCases}, ${JSON.stringify(rows)}::text::jsonb) o
    where c.bulk_message_id = o.bulk_message_id and c.position = o.position`)
}
