import type { RecipientInput } from "@casepost/shared/messages"
import { and, eq, inArray, isNull, ne, or } from "drizzle-orm"
import { validate } from "uuid"
import { administrationRights, memberships, users } from "../access/tables.ts"
import type { Transaction } from "../database.ts"
import { relationAdministrations, relations } from "./tables.ts"

/** A relation or colleague as they stand now: name and address. */
export type CopiedPerson = { name: string; address: string }

/** The relations and colleagues that may be copied in here, by id; who is missing is not available in this administration now. */
export async function copiedPeople(
  tx: Transaction,
  { administrationId, asked }: { administrationId: string; asked: readonly RecipientInput[] },
): Promise<Map<string, CopiedPerson>> {
  const relationIds = asked.flatMap(one => (one.kind === "relation" && validate(one.relationId) ? one.relationId : []))
  const userIds = asked.flatMap(one => (one.kind === "colleague" && validate(one.userId) ? one.userId : []))
  const people = [
    ...(relationIds.length > 0 ? await relationsHere(tx, administrationId, relationIds) : []),
    ...(userIds.length > 0 ? await colleaguesHere(tx, administrationId, userIds) : []),
  ]
  return new Map(people.map(({ id, ...person }) => [id, person]))
}

function relationsHere(tx: Transaction, administrationId: string, ids: string[]) {
  return tx
    .select({ id: relations.id, name: relations.name, address: relations.address })
    .from(relations)
    .innerJoin(relationAdministrations, eq(relationAdministrations.relationId, relations.id))
    .where(and(inArray(relations.id, ids), eq(relationAdministrations.administrationId, administrationId)))
}

/** Active people with a right there, be it for the whole organisation or for this administration. */
function colleaguesHere(tx: Transaction, administrationId: string, ids: string[]) {
  return tx
    .select({ id: users.id, name: users.name, address: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(
      administrationRights,
      and(
        eq(administrationRights.membershipId, memberships.id),
        eq(administrationRights.administrationId, administrationId),
      ),
    )
    .where(
      and(
        inArray(users.id, ids),
        isNull(memberships.disabledAt),
        isNull(memberships.invitedAt),
        or(ne(memberships.organisationRight, "none"), ne(administrationRights.held, "none")),
      ),
    )
}
