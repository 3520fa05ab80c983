import { type RecipientKind, type RecipientRole, recipientRoles } from "@casepost/shared/delivery"
import { mostRecipients, type RecipientInput } from "@casepost/shared/messages"
import { Problem, type ProblemField } from "@casepost/shared/problems"
import type { FoundCase } from "../../cases/find-case.ts"
import type { Transaction } from "../../database.ts"
import { type CopiedPerson, copiedPeople } from "../../relations/copied-people.ts"
import { type KnownAddresses, knownAddresses, suppressedAmong } from "../../relations/known-addresses.ts"

/** Who a message goes to, as the sender chose them. */
export type ChosenRecipients = {
  to: RecipientInput[]
  cc: RecipientInput[]
  bcc: RecipientInput[]
  /** To addresses of relations or colleagues that the sender confirmed. */
  confirmedTo: string[]
}

/** One address of a message, with what is known of it now. */
export type ResolvedRecipient = {
  role: RecipientRole
  kind: RecipientKind
  name: string | null
  /** None: the customer reads it in the portal only. */
  address: string | null
  relationId: string | null
  userId: string | null
  contactId: string | null
  suppressed: boolean
}

type Placed = { role: RecipientRole; path: string; input: RecipientInput }

/**
 * Who gets a message: one entry an address, To before CC before BCC. A typed address that is recorded for the customer counts as the
 * customer's; without any To the customer reads it in the portal only.
 * @throws Problem invalid (relations or colleagues as To, more than 50), relation-unavailable, relation-as-to
 */
export async function resolveRecipients(
  tx: Transaction,
  { found, chosen }: { found: FoundCase; chosen: ChosenRecipients },
): Promise<ResolvedRecipient[]> {
  const placed = recipientRoles.flatMap(role =>
    chosen[role].map((input, index): Placed => ({ role, path: `${role}.${index}`, input })),
  )
  refusePeopleAsTo(placed)
  const typed = placed.flatMap(({ input }) => ("address" in input ? input.address : []))
  const known = await knownAddresses(tx, { customerId: found.customerId, addresses: typed })
  refuseUnconfirmedTo(placed, known, chosen.confirmedTo)
  const people = await copiedPeople(tx, {
    administrationId: found.administrationId,
    asked: placed.map(({ input }) => input),
  })
  refuseUnavailable(placed, people, found)
  const addressed = onceEach(placed.map(one => resolve(one, known, people)))
  if (addressed.length > mostRecipients) throw tooMany(addressed.length)
  const suppressed = await suppressedAmong(
    tx,
    addressed.flatMap(one => one.address ?? []),
  )
  const marked = addressed.map(one => ({ ...one, suppressed: suppressed.has(one.address ?? "") }))
  return marked.some(one => one.role === "to") ? marked : [inPortalOnly(), ...marked]
}

function refusePeopleAsTo(placed: Placed[]): void {
  const fields = placed
    .filter(({ role, input }) => role === "to" && (input.kind === "relation" || input.kind === "colleague"))
    .map(({ path }) => ({ path, detail: "Relations and colleagues can be copied in (CC or BCC), not written to." }))
  if (fields[0]) throw new Problem("invalid", fields[0].detail, { fields })
}

function refuseUnconfirmedTo(placed: Placed[], known: KnownAddresses, confirmedTo: string[]): void {
  const fields = placed.flatMap(({ role, path, input }): ProblemField | [] => {
    if (role !== "to" || !("address" in input)) return []
    const { address } = input
    const whose = known.relations.has(address)
      ? "a relation"
      : known.colleagues.has(address)
        ? "a colleague"
        : undefined
    if (!whose || known.contacts.has(address) || confirmedTo.includes(address)) return []
    return {
      path,
      detail: `${address} belongs to ${whose}, not to this customer. Copy it in (CC or BCC), or confirm it.`,
    }
  })
  if (fields[0]) throw new Problem("relation-as-to", fields[0].detail, { fields })
}

function refuseUnavailable(placed: Placed[], people: Map<string, CopiedPerson>, found: FoundCase): void {
  const fields = placed.flatMap(({ path, input }): ProblemField | [] => {
    if (input.kind !== "relation" && input.kind !== "colleague") return []
    if (people.has(idOf(input) ?? "")) return []
    return { path, detail: `This ${input.kind} is not available in ${found.administration.name} any more. Remove it.` }
  })
  if (fields[0]) throw new Problem("relation-unavailable", fields[0].detail, { fields })
}

function resolve(
  { role, input }: Placed,
  known: KnownAddresses,
  people: Map<string, CopiedPerson>,
): Omit<ResolvedRecipient, "suppressed"> {
  const nobody = { role, relationId: null, userId: null, contactId: null }
  const person = people.get(idOf(input) ?? "")
  if (input.kind === "relation" && person)
    return { ...nobody, kind: "relation", relationId: input.relationId, ...person }
  if (input.kind === "colleague" && person) return { ...nobody, kind: "colleague", userId: input.userId, ...person }
  const address = "address" in input ? input.address : null
  const contact = address === null ? undefined : known.contacts.get(address)
  if (contact) return { ...nobody, kind: "customer", address, name: contact.name, contactId: contact.contactId }
  return { ...nobody, kind: "typed", address, name: input.kind === "typed" ? (input.name ?? null) : null }
}

function idOf(input: RecipientInput): string | undefined {
  if (input.kind === "relation") return input.relationId
  return input.kind === "colleague" ? input.userId : undefined
}

/** The first of each address: they come in the order To, CC, BCC. */
function onceEach<One extends { address: string | null }>(recipients: One[]): One[] {
  const first = new Map(recipients.toReversed().map(one => [one.address, one]))
  return recipients.filter(one => first.get(one.address) === one)
}

function tooMany(count: number): Problem {
  const detail = `A message can have at most ${mostRecipients} recipients; these are ${count}.`
  return new Problem("invalid", detail, { fields: [{ path: "cc", detail }] })
}

function inPortalOnly(): ResolvedRecipient {
  return {
    role: "to",
    kind: "customer",
    name: null,
    address: null,
    relationId: null,
    userId: null,
    contactId: null,
    suppressed: false,
  }
}
