import type { DraftContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import { users } from "../access/tables.ts"
import { isOneOf, type Transaction } from "../database.ts"
import { copiedPeopleOf, idsOf } from "../relations/copied-people.ts"
import { relations } from "../relations/tables.ts"

type Written = { administrationId: string; content: DraftContent }
type Readable = { content: DraftContent; leftOut: string[] }

/**
 * Drafts without the relations and colleagues that are no longer available in their case's administration, and the names of these;
 * at most four queries for all of them. What is stored stays as it is until it is saved again.
 */
export async function leaveOutUnavailable(tx: Transaction, drafts: readonly Written[]): Promise<Readable[]> {
  const people = await copiedPeopleOf(tx, {
    administrationIds: drafts.map(draft => draft.administrationId),
    asked: drafts.flatMap(draft => recipientsIn(draft.content)),
  })
  const isMissing = (draft: Written) => (one: RecipientInput) =>
    idOf(one) !== undefined && !people.get(draft.administrationId)?.has(idOf(one) ?? "")
  const missing = drafts.map(draft => recipientsIn(draft.content).filter(isMissing(draft)))
  const names = await namesOf(
    tx,
    missing.flatMap((some, place) => some.filter(one => !nameIn(drafts[place], one))),
  )
  return drafts.map((draft, place) => {
    const gone = new Map((missing[place] ?? []).map(one => [idOf(one) ?? "", one]))
    const leftOut = [...gone].map(([id, one]) => nameIn(draft, one) ?? names.get(id) ?? `A ${one.kind} who was deleted`)
    return { content: gone.size > 0 ? without(draft.content, gone) : draft.content, leftOut }
  })
}

function recipientsIn({ cc, bcc, noteRecipients, reminder }: DraftContent): RecipientInput[] {
  return [...cc, ...bcc, ...noteRecipients, ...(reminder?.recipients ?? [])]
}

function idOf(one: RecipientInput): string | undefined {
  if (one.kind === "relation") return one.relationId
  return one.kind === "colleague" ? one.userId : undefined
}

function nameIn(draft: Written | undefined, one: RecipientInput): string | undefined {
  return draft?.content.names[idOf(one) ?? ""] || undefined
}

async function namesOf(tx: Transaction, unnamed: RecipientInput[]): Promise<Map<string, string>> {
  const { relationIds, userIds } = idsOf(unnamed)
  const rows = [
    ...(relationIds.length > 0
      ? await tx
          .select({ id: relations.id, name: relations.name })
          .from(relations)
          .where(isOneOf(relations.id, relationIds))
      : []),
    ...(userIds.length > 0
      ? await tx.select({ id: users.id, name: users.name }).from(users).where(isOneOf(users.id, userIds))
      : []),
  ]
  return new Map(rows.map(row => [row.id, row.name]))
}

function without(content: DraftContent, gone: ReadonlyMap<string, unknown>): DraftContent {
  const stays = (one: RecipientInput) => !gone.has(idOf(one) ?? "")
  const { cc, bcc, noteRecipients, reminder } = content
  return {
    ...content,
    cc: cc.filter(stays),
    bcc: bcc.filter(stays),
    noteRecipients: noteRecipients.filter(stays),
    reminder: reminder && { ...reminder, recipients: reminder.recipients.filter(stays) },
  }
}
