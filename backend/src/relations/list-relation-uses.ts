import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import type { RelationUses } from "@casepost/shared/relations"
import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import { users } from "../access/tables.ts"
import { describeCases } from "../cases/describe-cases.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { drafts } from "../drafts/tables.ts"
import { attempts, messages, recipients } from "../messages/tables.ts"
import { notes, reminders } from "../notes/tables.ts"
import { administrations } from "../organisations/tables.ts"
import { standardMessageRecipients, standardMessages } from "../standard-messages/tables.ts"
import { requireRelation } from "./get-relation.ts"

/** Uses of each kind that are listed; the counts are whole. */
const most = 100

/** What would lose the relation if it were deleted, of everybody in the organisation. @throws Problem not-allowed, not-found */
export async function listRelationUses(context: Context, id: string): Promise<RelationUses> {
  requireOrganisationAdministrator(context)
  return context.transaction(async tx => {
    await requireRelation(tx, id)
    return readUses(context, tx, id)
  })
}

/** The same within a transaction that holds the relation: five queries, however much there is. */
export async function readUses(context: Context, tx: Transaction, id: string): Promise<RelationUses> {
  const ofStandardMessages = await standardMessagesWith(tx, id)
  const ofDrafts = await draftsWith(tx, id)
  const ofMessages = await scheduledFor(tx, id)
  const ofReminders = await remindersFor(tx, id)
  const refs = [...ofDrafts, ...ofMessages, ...ofReminders].map(refOf)
  const numbers = new Map((await describeCases(tx, refs, context.now())).map(one => [one.ref.id, one.number]))
  const about = (row: CaseRow) => ({ caseRef: refOf(row), caseNumber: numbers.get(row.caseId) ?? "" })
  return {
    standardMessages: ofStandardMessages.map(({ total: _, ...row }) => row),
    drafts: ofDrafts.map(row => ({ ...about(row), writtenBy: row.writtenBy ?? "Somebody who left" })),
    scheduledMessages: ofMessages.map(row => ({
      ...about(row),
      subject: row.subject,
      leavesAt: row.leavesAt.toISOString(),
    })),
    reminders: ofReminders.map(row => ({ ...about(row), at: row.at.toISOString() })),
    counts: {
      standardMessages: ofStandardMessages[0]?.total ?? 0,
      drafts: ofDrafts[0]?.total ?? 0,
      scheduledMessages: ofMessages[0]?.total ?? 0,
      reminders: ofReminders[0]?.total ?? 0,
    },
  }
}

type CaseRow = { caseKind: string; caseId: string }

function refOf({ caseKind, caseId }: CaseRow): CaseRef {
  return { kind: caseKind as CaseKind, id: caseId }
}

/** Of all rows, before the limit. */
const total = sql<number>`(count(*) over ())::int`

/** Archived ones too: they can be put back. */
function standardMessagesWith(tx: Transaction, relationId: string) {
  const { id, description, administrationId } = standardMessages
  return tx
    .select({ id, description, administrationName: administrations.name, total })
    .from(standardMessages)
    .innerJoin(administrations, eq(administrations.id, administrationId))
    .where(
      sql`exists (select from ${standardMessageRecipients} r
        where r.standard_message_id = ${id} and r.relation_id = ${relationId}::uuid)`,
    )
    .orderBy(asc(administrations.name), asc(description), asc(id))
    .limit(most)
}

function draftsWith(tx: Transaction, relationId: string) {
  const person = [{ kind: "relation", relationId }]
  return tx
    .select({ caseKind: drafts.caseKind, caseId: drafts.caseId, writtenBy: users.name, total })
    .from(drafts)
    .leftJoin(users, eq(users.id, drafts.userId))
    .where(
      and(
        isNull(drafts.consumedAt),
        or(
          draftHolds({ cc: person }),
          draftHolds({ bcc: person }),
          draftHolds({ noteRecipients: person }),
          draftHolds({ reminder: { recipients: person } }),
        ),
      ),
    )
    .orderBy(desc(drafts.savedAt), desc(drafts.id))
    .limit(most)
}

function draftHolds(part: unknown): SQL {
  return sql`${drafts.content} @> ${JSON.stringify(part)}::text::jsonb`
}

/** Attempts whose address is read only when they leave; one within its undo time has it already. */
function scheduledFor(tx: Transaction, relationId: string) {
  const { caseKind, caseId, subject } = messages
  return tx
    .select({ caseKind, caseId, subject, leavesAt: attempts.leavesAt, total })
    .from(attempts)
    .innerJoin(recipients, eq(recipients.attemptId, attempts.id))
    .innerJoin(messages, eq(messages.id, attempts.messageId))
    .where(and(eq(attempts.state, "waiting"), eq(recipients.relationId, relationId), eq(recipients.state, "scheduled")))
    .orderBy(asc(attempts.leavesAt), asc(attempts.id))
    .limit(most)
}

function remindersFor(tx: Transaction, relationId: string) {
  const { caseKind, caseId } = notes
  return tx
    .select({ caseKind, caseId, at: reminders.at, total })
    .from(reminders)
    .innerJoin(notes, eq(notes.id, reminders.noteId))
    .where(and(eq(reminders.state, "scheduled"), eq(reminders.relationId, relationId), isNull(notes.doneAt)))
    .orderBy(asc(reminders.at), asc(reminders.id))
    .limit(most)
}
