import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import type { DeliveryState } from "@casepost/shared/delivery"
import type { Conversation } from "@casepost/shared/inbox"
import { and, count, eq, ne, sql } from "drizzle-orm"
import { attachments } from "../attachments/tables.ts"
import { caseNumber, joinsOf } from "../cases/number-of.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { conversations } from "../entries/tables.ts"
import { attempts, messages, recipients } from "../messages/tables.ts"
import { administrations } from "../organisations/tables.ts"
import { worstState } from "./worst-state.ts"

/** Conversations as rows of the inbox, in the order given and in a constant number of queries. */
export async function describeConversations(
  context: Context,
  tx: Transaction,
  refs: readonly CaseRef[],
): Promise<Conversation[]> {
  if (refs.length === 0) return []
  const rows = await readRows(tx, refs)
  const lastIds = rows.map(row => row.messageId)
  // At once: the driver writes what was asked together in one go.
  const [files, states] = await Promise.all([countFiles(tx, lastIds), readStates(tx, lastIds)])
  const described = new Map(
    rows.map(row => [row.caseId, describeRow(context, row, { files: files.get(row.messageId) ?? 0, states })]),
  )
  return refs.flatMap(ref => described.get(ref.id) ?? [])
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

function readRows(tx: Transaction, refs: readonly CaseRef[]) {
  const on = joinsOf(conversations)
  return tx
    .select({
      caseKind: conversations.caseKind,
      caseId: conversations.caseId,
      caseNumber,
      customerId: conversations.customerId,
      customerName: customers.name,
      administrationId: conversations.administrationId,
      administrationName: administrations.name,
      at: conversations.lastAt,
      unread: conversations.unread,
      messageId: messages.id,
      direction: messages.direction,
      authorUserId: messages.authorUserId,
      authorName: messages.authorName,
      // A reply has no subject of its own: it goes under that of our last message.
      subject: sql<string>`coalesce(nullif(${messages.subject}, ''), (
        select ours.subject from ${messages} ours
        where ours.case_kind = ${conversations.caseKind} and ours.case_id = ${conversations.caseId}
          and ours.direction = 'outgoing' and ours.subject <> ''
        order by ours.created_at desc limit 1
      ), '')`,
      // More than is shown: white space is taken together afterwards.
      text: sql<string>`left(${messages.bodyText}, 1000)`,
    })
    .from(conversations)
    .innerJoin(messages, eq(messages.id, conversations.lastMessageId))
    .innerJoin(administrations, eq(administrations.id, conversations.administrationId))
    .innerJoin(customers, on.customer)
    .leftJoin(matters, on.matter)
    .leftJoin(invoices, on.invoice)
    .where(
      isOneOf(
        conversations.caseId,
        refs.map(ref => ref.id),
      ),
    )
}

async function countFiles(tx: Transaction, messageIds: string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ messageId: attachments.ownerId, files: count() })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), isOneOf(attachments.ownerId, messageIds)))
    .groupBy(attachments.ownerId)
  return new Map(rows.map(row => [row.messageId, row.files]))
}

type State = { state: DeliveryState; reason: string | null }

/** What became of each message's last sending that was not taken back. */
async function readStates(tx: Transaction, messageIds: string[]): Promise<Map<string, State>> {
  const rows = await tx
    .select({
      messageId: recipients.messageId,
      attempt: attempts.number,
      role: recipients.role,
      state: recipients.state,
      reason: recipients.reason,
    })
    .from(recipients)
    .innerJoin(attempts, eq(attempts.id, recipients.attemptId))
    .where(and(isOneOf(recipients.messageId, messageIds), ne(attempts.state, "cancelled")))
  const states = new Map<string, State>()
  for (const [messageId, addresses] of Map.groupBy(rows, row => row.messageId)) {
    const latest = Math.max(...addresses.map(address => address.attempt))
    const worst = worstState(
      addresses
        .filter(address => address.attempt === latest)
        .map(address => ({ ...address, state: address.state as DeliveryState })),
    )
    if (worst) states.set(messageId, worst)
  }
  return states
}

function describeRow(
  context: Context,
  row: Row,
  last: { files: number; states: ReadonlyMap<string, State> },
): Conversation {
  const outgoing = row.direction === "outgoing"
  const { state, reason } = (outgoing && last.states.get(row.messageId)) || { state: null, reason: null }
  const { actor } = context
  return {
    caseRef: { kind: row.caseKind as CaseKind, id: row.caseId },
    caseNumber: row.caseNumber,
    customerId: row.customerId,
    customerName: row.customerName,
    administrationId: row.administrationId,
    administrationName: row.administrationName,
    at: row.at.toISOString(),
    subject: row.subject,
    last: {
      messageId: row.messageId,
      direction: outgoing ? "outgoing" : "incoming",
      authorName: row.authorName,
      mine: outgoing && actor.kind === "user" && row.authorUserId === actor.userId,
      preview: previewOf(row.text),
      attachments: last.files,
      state,
      reason,
    },
    unread: row.unread,
  }
}

function previewOf(text: string): string {
  // Cut in two steps: taking a thousand characters apart for two hundred was a twentieth of the page's work.
  return [...text.replace(/\s+/g, " ").trim().slice(0, 400)].slice(0, 200).join("")
}
