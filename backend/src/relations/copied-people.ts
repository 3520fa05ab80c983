import type { RecipientInput } from "@casepost/shared/messages"
import { and, eq, inArray, isNull } from "drizzle-orm"
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
  const people = await copiedPeopleOf(tx, { administrationIds: [administrationId], asked })
  return people.get(administrationId) ?? new Map()
}

/** The same for many administrations at once, by administration; two queries however many there are. */
export async function copiedPeopleOf(
  tx: Transaction,
  { administrationIds, asked }: { administrationIds: readonly string[]; asked: readonly RecipientInput[] },
): Promise<Map<string, Map<string, CopiedPerson>>> {
  const { relationIds, userIds } = idsOf(asked)
  const places = [...new Set(administrationIds)]
  const people = new Map(places.map(place => [place, new Map<string, CopiedPerson>()]))
  if (relationIds.length > 0)
    for (const { place, id, ...person } of await relationsIn(tx, places, relationIds))
      people.get(place)?.set(id, person)
  if (userIds.length > 0)
    for (const { right, place, held, id, ...person } of await colleaguesIn(tx, places, userIds)) {
      if (right !== "none") for (const here of people.values()) here.set(id, person)
      else if (place && held !== "none") people.get(place)?.set(id, person)
    }
  return people
}

/** Ids of the relations and of the users among recipients, as far as they can exist; each once. */
export function idsOf(asked: readonly RecipientInput[]): { relationIds: string[]; userIds: string[] } {
  const relationIds = asked.flatMap(one => (one.kind === "relation" && validate(one.relationId) ? one.relationId : []))
  const userIds = asked.flatMap(one => (one.kind === "colleague" && validate(one.userId) ? one.userId : []))
  return { relationIds: [...new Set(relationIds)], userIds: [...new Set(userIds)] }
}

function relationsIn(tx: Transaction, places: string[], ids: string[]) {
  const place = relationAdministrations.administrationId
  return tx
    .select({ place, id: relations.id, name: relations.name, address: relations.address })
    .from(relations)
    .innerJoin(relationAdministrations, eq(relationAdministrations.relationId, relations.id))
    .where(and(inArray(relations.id, ids), inArray(place, places)))
}

/** Active people with their rights: for the whole organisation, or in one of these administrations a row each. */
function colleaguesIn(tx: Transaction, places: string[], ids: string[]) {
  const { administrationId: place, held, membershipId } = administrationRights
  return tx
    .select({ right: memberships.organisationRight, place, held, id: users.id, name: users.name, address: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(administrationRights, and(eq(membershipId, memberships.id), inArray(place, places)))
    .where(and(inArray(users.id, ids), isNull(memberships.disabledAt), isNull(memberships.invitedAt)))
}
