import type { RecipientOption } from "@casepost/shared/relations"
import { and, eq, isNull, ne, or } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import { administrationRights, memberships, users } from "../access/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { suppressions } from "../delivery/tables.ts"
import { relationAdministrations, relations } from "./tables.ts"

/**
 * Who may be copied in or told of a note in an administration: its relations (a relation without administrations is available
 * nowhere) and the active colleagues with a right there, by name. The one who asks is left out. Two queries however many there are.
 * @throws Problem not-found
 */
export async function availableRecipients(
  context: Context,
  administrationId: string,
): Promise<{ recipients: RecipientOption[] }> {
  if (!validate(administrationId)) throw notHere()
  requireRight(context, administrationId, "restricted")
  const asking = context.actor.kind === "user" ? context.actor.userId : undefined
  const { theirs, ours } = await context.transaction(async tx => ({
    theirs: await relationsIn(tx, administrationId),
    ours: await colleaguesIn(tx, administrationId),
  }))
  const options: RecipientOption[] = [
    ...theirs.map(row => asOption("relation", row)),
    ...ours.filter(row => row.id !== asking).map(row => asOption("colleague", row)),
  ]
  const byName = new Intl.Collator("nl", { sensitivity: "base", numeric: true })
  return { recipients: options.sort((one, other) => byName.compare(one.name, other.name)) }
}

type Row = { id: string; name: string; address: string; suppressedSince: Date | null }

function relationsIn(tx: Transaction, administrationId: string): Promise<Row[]> {
  return tx
    .select({
      id: relations.id,
      name: relations.name,
      address: relations.address,
      suppressedSince: suppressions.since,
    })
    .from(relationAdministrations)
    .innerJoin(relations, eq(relations.id, relationAdministrations.relationId))
    .leftJoin(suppressions, inForce(relations.address))
    .where(eq(relationAdministrations.administrationId, administrationId))
}

function colleaguesIn(tx: Transaction, administrationId: string): Promise<Row[]> {
  return tx
    .select({ id: users.id, name: users.name, address: users.email, suppressedSince: suppressions.since })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(
      administrationRights,
      and(
        eq(administrationRights.membershipId, memberships.id),
        eq(administrationRights.administrationId, administrationId),
      ),
    )
    .leftJoin(suppressions, inForce(users.email))
    .where(
      and(
        isNull(memberships.disabledAt),
        isNull(memberships.invitedAt),
        or(ne(memberships.organisationRight, "none"), ne(administrationRights.held, "none")),
      ),
    )
}

function inForce(address: typeof relations.address | typeof users.email) {
  return and(eq(suppressions.address, address as typeof relations.address), isNull(suppressions.liftedAt))
}

function asOption(kind: RecipientOption["kind"], { suppressedSince, ...row }: Row): RecipientOption {
  return { kind, ...row, suppressed: suppressedSince !== null }
}
