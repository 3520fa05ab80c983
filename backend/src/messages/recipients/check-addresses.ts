import { isAddress, normaliseAddress } from "@casepost/shared/addresses"
import type { CaseRef } from "@casepost/shared/cases"
import type { AddressCheck } from "@casepost/shared/messages"
import { and, inArray } from "drizzle-orm"
import { requireCase } from "../../cases/require-case.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { type KnownAddresses, knownAddresses, otherCustomers } from "../../relations/known-addresses.ts"
import { recipients } from "../tables.ts"

/**
 * What is known about addresses before sending, seen from a case and in the order given: whose they are, whether the provider still
 * delivers to them, whether one bounced before. @throws Problem not-found
 */
export async function checkAddresses(
  context: Context,
  { caseRef, addresses }: { caseRef: CaseRef; addresses: string[] },
): Promise<{ addresses: AddressCheck[] }> {
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, caseRef, "restricted")
    const asked = addresses.map(normaliseAddress)
    const known = await knownAddresses(tx, { customerId: found.customerId, addresses: asked })
    const others = await otherCustomers(context, tx, { customerId: found.customerId, addresses: asked })
    const bounced = await bouncedAmong(tx, asked)
    return {
      addresses: asked.map(address => ({
        address,
        valid: isAddress(address),
        ...whose(address, known, others),
        suppressed: suppressionOf(address, known),
        bouncedBefore: bounced.has(address),
      })),
    }
  })
}

function whose(
  address: string,
  known: KnownAddresses,
  others: ReadonlyMap<string, string>,
): Pick<AddressCheck, "belongsTo" | "name"> {
  const contact = known.contacts.get(address)
  if (contact) return { belongsTo: "customer", name: contact.name }
  if (known.relations.has(address)) return { belongsTo: "relation", name: known.relations.get(address) ?? null }
  if (known.colleagues.has(address)) return { belongsTo: "colleague", name: known.colleagues.get(address) ?? null }
  if (others.has(address)) return { belongsTo: "other-customer", name: others.get(address) ?? null }
  return { belongsTo: "nobody", name: null }
}

function suppressionOf(address: string, known: KnownAddresses): AddressCheck["suppressed"] {
  const suppression = known.suppressed.get(address)
  return suppression ? { since: suppression.since.toISOString(), reason: suppression.reason } : null
}

async function bouncedAmong(tx: Transaction, addresses: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ address: recipients.address })
    .from(recipients)
    .where(and(inArray(recipients.address, addresses), inArray(recipients.state, ["bounced", "failed"])))
  return new Set(rows.flatMap(row => row.address ?? []))
}
