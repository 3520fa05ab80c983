import { normaliseAddress } from "@casepost/shared/addresses"
import { and, eq, inArray, isNull, ne } from "drizzle-orm"
import { visibleAdministrations } from "../access/require-right.ts"
import { memberships, users } from "../access/tables.ts"
import { contacts, customers } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { suppressions } from "../delivery/tables.ts"
import { relations } from "./tables.ts"

export type KnownContact = { contactId: string; name: string; address: string }
export type Suppression = { since: Date; reason: "bounce" | "complaint" | "provider" }

/** What is known about the addresses of one message, asked once for all of them. */
export type KnownAddresses = {
  /** The customer's own, by address. */
  contacts: Map<string, KnownContact>
  /** Addresses of any relation of the organisation, by address: its name. */
  relations: Map<string, string>
  /** Addresses of people who are active in the organisation, by address: their name. */
  colleagues: Map<string, string>
  suppressed: Map<string, Suppression>
}

/** Whose these addresses are and whether they take mail, in four queries however many there are. */
export async function knownAddresses(
  tx: Transaction,
  { customerId, addresses }: { customerId: string; addresses: readonly string[] },
): Promise<KnownAddresses> {
  const asked = [...new Set(addresses)]
  const recorded = await tx
    .select({ contactId: contacts.id, name: contacts.name, address: contacts.address })
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(contacts.position, contacts.id)
  const relationRows = await tx
    .select({ address: relations.address, name: relations.name })
    .from(relations)
    .where(inArray(relations.address, asked))
  const colleagueRows = await tx
    .select({ address: users.email, name: users.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(inArray(users.email, asked), isNull(memberships.disabledAt)))
  return {
    contacts: new Map(recorded.toReversed().flatMap(contact => asContact(contact) ?? [])),
    relations: new Map(relationRows.map(row => [row.address, row.name])),
    colleagues: new Map(colleagueRows.map(row => [row.address, row.name])),
    suppressed: await suppressedAmong(tx, asked),
  }
}

/** Which of these addresses the provider no longer delivers to. */
export async function suppressedAmong(
  tx: Transaction,
  addresses: readonly string[],
): Promise<Map<string, Suppression>> {
  const rows = await tx
    .select({ address: suppressions.address, since: suppressions.since, reason: suppressions.reason })
    .from(suppressions)
    .where(and(inArray(suppressions.address, [...addresses]), isNull(suppressions.liftedAt)))
  return new Map(rows.map(row => [row.address, { since: row.since, reason: row.reason as Suppression["reason"] }]))
}

/** Addresses recorded for other customers, of administrations the actor may see: the warning must tell her nothing new. */
export async function otherCustomers(
  context: Context,
  tx: Transaction,
  { customerId, addresses }: { customerId: string; addresses: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ address: contacts.address, name: customers.name })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(
      and(
        inArray(contacts.address, [...addresses]),
        ne(contacts.customerId, customerId),
        inArray(customers.administrationId, visibleAdministrations(context)),
      ),
    )
  return new Map(rows.flatMap(row => (row.address ? [[row.address, row.name] as const] : [])))
}

function asContact(contact: { contactId: string; name: string; address: string | null }) {
  if (!contact.address) return undefined
  const address = normaliseAddress(contact.address)
  return [[address, { ...contact, address }]] as [string, KnownContact][]
}

/** Why nothing is sent to an address any more, in words for the sender; null where it takes mail. */
export function whySuppressed(address: string, reason: string | undefined): string | null {
  if (reason === undefined) return null
  return reason === "complaint"
    ? `${address} marked an earlier message as spam. Nothing is sent there any more.`
    : `An earlier message to ${address} came back. Nothing is sent there any more.`
}
