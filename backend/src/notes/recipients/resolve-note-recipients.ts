import { normaliseAddress } from "@casepost/shared/addresses"
import type { NoteRecipientInput } from "@casepost/shared/notes"
import { Problem, type ProblemField } from "@casepost/shared/problems"
import { rightIn } from "../../access/require-right.ts"
import type { FoundCase } from "../../cases/find-case.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { type CopiedPerson, copiedPeople } from "../../relations/copied-people.ts"
import { knownAddresses, otherCustomers, whySuppressed } from "../../relations/known-addresses.ts"

/** Somebody a note or a reminder goes to, with the address of now. */
export type NotePerson = {
  kind: NoteRecipientInput["kind"]
  name: string | null
  address: string
  relationId: string | null
  userId: string | null
  /** The writer said yes to this address though it is a customer's. */
  confirmed: boolean
  /** Why nothing is mailed there, if so. */
  suppressed: string | null
}

export type AskedPeople = {
  found: FoundCase
  asked: readonly NoteRecipientInput[]
  /** Where they stand in the request: `recipients`, `reminder.recipients`. */
  path: string
  /** Addresses of customers that the writer said yes to. */
  confirmed: readonly string[]
}

type Placed = { path: string; input: NoteRecipientInput }

/**
 * Whom a note goes to, one entry an address. No address of a customer slips in: it is asked about first.
 * @throws Problem not-allowed (a restricted user typed an address), relation-unavailable, customer-address
 */
export async function resolveNoteRecipients(
  context: Context,
  tx: Transaction,
  { found, asked, path, confirmed }: AskedPeople,
): Promise<NotePerson[]> {
  if (asked.length === 0) return []
  const placed = asked.map((input, index): Placed => ({ path: `${path}.${index}`, input }))
  refuseTyped(context, found, placed)
  const people = await copiedPeople(tx, { administrationId: found.administrationId, asked })
  refuseUnavailable(found, placed, people)
  const addressed = placed.map(({ path: place, input }) => ({ place, person: personOf(input, people) }))
  const addresses = addressed.map(({ person }) => person.address)
  const known = await knownAddresses(tx, { customerId: found.customerId, addresses })
  const others = await otherCustomers(context, tx, { customerId: found.customerId, addresses })
  const fields = addressed.flatMap(({ place, person }): ProblemField | [] => {
    if (confirmed.includes(person.address)) return []
    const whose = known.contacts.has(person.address) ? found.customerName : others.get(person.address)
    if (whose === undefined) return []
    return {
      path: place,
      detail: `${person.address} belongs to the customer ${whose}, and a note is internal: leave it out, or confirm that it goes there.`,
    }
  })
  if (fields[0]) throw new Problem("customer-address", fields[0].detail, { fields })
  const first = new Map(addressed.toReversed().map(({ person }) => [person.address, person]))
  return [...new Set(addresses)].flatMap(address => {
    const person = first.get(address)
    return person
      ? [
          {
            ...person,
            confirmed: confirmed.includes(address),
            suppressed: whySuppressed(address, known.suppressed.get(address)?.reason),
          },
        ]
      : []
  })
}

function refuseTyped(context: Context, found: FoundCase, placed: Placed[]): void {
  if (rightIn(context, found.administrationId) !== "restricted") return
  const fields = placed
    .filter(({ input }) => input.kind === "typed")
    .map(({ path }) => ({
      path,
      detail: "Your right here is restricted: choose a colleague or a relation instead of typing an address.",
    }))
  if (fields[0]) throw new Problem("not-allowed", fields[0].detail, { fields })
}

function refuseUnavailable(found: FoundCase, placed: Placed[], people: ReadonlyMap<string, CopiedPerson>): void {
  const fields = placed.flatMap(({ path, input }): ProblemField | [] =>
    input.kind === "typed" || people.has(idOf(input))
      ? []
      : { path, detail: `This ${input.kind} is not available in ${found.administration.name} any more. Remove it.` },
  )
  if (fields[0]) throw new Problem("relation-unavailable", fields[0].detail, { fields })
}

function personOf(
  input: NoteRecipientInput,
  people: ReadonlyMap<string, CopiedPerson>,
): Omit<NotePerson, "suppressed" | "confirmed"> {
  const nobody = { relationId: null, userId: null }
  if (input.kind === "typed")
    return { ...nobody, kind: "typed", name: input.name ?? null, address: normaliseAddress(input.address) }
  const { name = null, address = "" } = people.get(idOf(input)) ?? {}
  const person = { kind: input.kind, name, address: normaliseAddress(address) }
  return input.kind === "relation"
    ? { ...nobody, ...person, relationId: input.relationId }
    : { ...nobody, ...person, userId: input.userId }
}

function idOf(input: Exclude<NoteRecipientInput, { kind: "typed" }>): string {
  return input.kind === "relation" ? input.relationId : input.userId
}
