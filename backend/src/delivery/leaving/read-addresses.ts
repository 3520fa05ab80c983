import { type Right, rightCovers } from "@casepost/shared/access"
import { normaliseAddress } from "@casepost/shared/addresses"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { strongerRight } from "../../access/require-right.ts"
import { administrationRights, memberships, users } from "../../access/tables.ts"
import { contacts } from "../../cases/tables.ts"
import type { Transaction } from "../../database.ts"
import type { recipients } from "../../messages/tables.ts"
import { relationAdministrations, relations } from "../../relations/tables.ts"
import type { DueAttempt } from "../leave-due.ts"

type Row = typeof recipients.$inferSelect
/** Where availability is asked: an administration of an organisation. */
type Place = Pick<DueAttempt, "organisationId" | "administrationId">
type Person = Pick<Row, "name" | "address" | "relationId" | "userId">
/** The address of now, or why somebody is left out. */
export type ReadAddress = { address: string | null; leftOut: string | null }

/**
 * The addresses that recipients of scheduled attempts have now: a relation may have moved, been unlinked or deleted, a colleague switched
 * off, the customer's general address corrected. What was typed stays as typed.
 */
export async function readAddresses(
  tx: Transaction,
  leaving: DueAttempt[],
  scheduled: Row[],
): Promise<Map<string, ReadAddress>> {
  const read = new Map<string, ReadAddress>()
  if (scheduled.length === 0) return read
  const attempts = new Map(leaving.map(attempt => [attempt.id, attempt]))
  for (const row of scheduled) {
    const attempt = attempts.get(row.attemptId)
    if (!attempt) continue
    if (row.kind === "relation") read.set(row.id, await relationAddress(tx, attempt, row))
    if (row.kind === "colleague") read.set(row.id, await colleagueAddress(tx, attempt, row))
    if (row.kind === "customer" && row.address === null) read.set(row.id, await customerAddress(tx, attempt, row))
  }
  return read
}

/** A relation's address, where it is still linked. */
export async function relationAddress(tx: Transaction, place: Place, row: Person): Promise<ReadAddress> {
  const leftOut = `${row.name ?? "This relation"} is no longer available here.`
  if (!row.relationId) return { address: row.address, leftOut }
  const [relation] = await tx
    .select({ address: relations.address, linked: relationAdministrations.administrationId })
    .from(relations)
    .leftJoin(
      relationAdministrations,
      and(
        eq(relationAdministrations.relationId, relations.id),
        eq(relationAdministrations.administrationId, place.administrationId),
      ),
    )
    .where(and(eq(relations.id, row.relationId), eq(relations.organisationId, place.organisationId)))
  return relation?.linked ? { address: relation.address, leftOut: null } : { address: row.address, leftOut }
}

/** A colleague's address, while she is active and has a right there. */
export async function colleagueAddress(tx: Transaction, place: Place, row: Person): Promise<ReadAddress> {
  const leftOut = `${row.name ?? "This colleague"} no longer has a right here.`
  if (!row.userId) return { address: row.address, leftOut }
  const [user] = await tx
    .select({ email: users.email, right: memberships.organisationRight, held: administrationRights.held })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.organisationId, place.organisationId)))
    .leftJoin(
      administrationRights,
      and(
        eq(administrationRights.membershipId, memberships.id),
        eq(administrationRights.administrationId, place.administrationId),
      ),
    )
    .where(and(eq(users.id, row.userId), isNull(memberships.disabledAt), isNull(memberships.invitedAt)))
  const right = user && strongerRight(user.right as Right, (user.held ?? "none") as Right)
  if (!user || !right || !rightCovers(right, "restricted")) return { address: row.address, leftOut }
  return { address: normaliseAddress(user.email), leftOut: null }
}

async function customerAddress(tx: Transaction, attempt: DueAttempt, row: Row): Promise<ReadAddress> {
  const rows = await tx
    .select({ id: contacts.id, address: contacts.address, purpose: contacts.purpose })
    .from(contacts)
    .where(and(eq(contacts.customerId, attempt.customerId), inArray(contacts.organisationId, [attempt.organisationId])))
  const chosen = rows.find(contact => contact.id === row.contactId && contact.address)
  const general = rows.find(contact => contact.purpose === "general" && contact.address)
  const address = (chosen ?? general)?.address
  return { address: address ? normaliseAddress(address) : null, leftOut: null }
}
