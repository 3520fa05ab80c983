import type { DefaultRecipient, DefaultRecipientInput } from "@casepost/shared/standard-messages"
import { asc, eq } from "drizzle-orm"
import { users } from "../../access/tables.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { type CopiedPerson, copiedPeople, idsOf } from "../../relations/copied-people.ts"
import { relations } from "../../relations/tables.ts"
import type { StandardMessageRow } from "../require-standard-message.ts"
import { standardMessageRecipients } from "../tables.ts"

export type DefaultRecipients = { cc: DefaultRecipient[]; bcc: DefaultRecipient[] }

type Row = typeof standardMessageRecipients.$inferSelect

/** Who is copied in by default, in order; whether a relation or colleague is available is seen from an administration, its own if none is given. */
export async function readDefaultRecipients(
  tx: Transaction,
  { id, administrationId }: Pick<StandardMessageRow, "id" | "administrationId">,
): Promise<DefaultRecipients> {
  const rows = await tx
    .select()
    .from(standardMessageRecipients)
    .where(eq(standardMessageRecipients.standardMessageId, id))
    .orderBy(asc(standardMessageRecipients.position), asc(standardMessageRecipients.id))
  const inputs = rows.flatMap(row => inputOf(row) ?? [])
  const people = await copiedPeople(tx, { administrationId, asked: inputs })
  const names = await namesOf(
    tx,
    inputs.filter(input => !people.has(keyOf(input))),
  )
  const inRole = (role: string) =>
    rows.flatMap((row): DefaultRecipient[] => {
      const recipient = inputOf(row)
      return recipient && row.role === role ? [describe({ row, recipient, people, names })] : []
    })
  return { cc: inRole("cc"), bcc: inRole("bcc") }
}

/** The relation's, user's or address' own key: one is copied in once. */
export function keyOf(recipient: DefaultRecipientInput): string {
  if (recipient.kind === "relation") return recipient.relationId
  return recipient.kind === "colleague" ? recipient.userId : recipient.address
}

/** What they are called now, of those who still exist, available or not. */
export async function namesOf(tx: Transaction, asked: DefaultRecipientInput[]): Promise<Map<string, string>> {
  const { relationIds, userIds } = idsOf(asked)
  const theirs =
    relationIds.length > 0
      ? await tx
          .select({ id: relations.id, name: relations.name })
          .from(relations)
          .where(isOneOf(relations.id, relationIds))
      : []
  const ours =
    userIds.length > 0
      ? await tx.select({ id: users.id, name: users.name }).from(users).where(isOneOf(users.id, userIds))
      : []
  return new Map([...theirs, ...ours].map(row => [row.id, row.name]))
}

function inputOf({ kind, relationId, userId, address, name }: Row): DefaultRecipientInput | undefined {
  if (kind === "relation" && relationId) return { kind, relationId }
  if (kind === "colleague" && userId) return { kind, userId }
  return kind === "typed" && address ? { kind, address, ...(name ? { name } : {}) } : undefined
}

function describe(of: {
  row: Row
  recipient: DefaultRecipientInput
  people: ReadonlyMap<string, CopiedPerson>
  names: ReadonlyMap<string, string>
}): DefaultRecipient {
  const { row, recipient, people, names } = of
  if (recipient.kind === "typed") return { recipient, name: recipient.name ?? recipient.address, available: true }
  const person = people.get(keyOf(recipient))
  const called = names.get(keyOf(recipient)) ?? row.name ?? `A ${recipient.kind} who was deleted`
  return { recipient, name: person?.name ?? called, available: person !== undefined }
}
