import { inArray, sql } from "drizzle-orm"
import { newId } from "../../../columns.ts"
import { type Context, doerOf } from "../../../context.ts"
import type { Transaction } from "../../../database.ts"
import { indexCases } from "../../search/index-cases.ts"
import { contacts, customers } from "../../tables.ts"
import { replaceExternalIds } from "../replace-external-ids.ts"
import type { CustomerPlan } from "./compare-customer.ts"

/** Writes plans for customers of one administration in a handful of statements, however many. Gives their ids by number. */
export async function writeCustomers(
  context: Context,
  tx: Transaction,
  { administrationId, plans }: { administrationId: string; plans: readonly CustomerPlan[] },
): Promise<Map<string, string>> {
  const placed = plans.map(plan => ({ plan, id: plan.known?.id ?? newId() }))
  const touched = placed.filter(({ plan }) => !plan.known || plan.changes.length > 0)
  await writeRows(context, tx, { administrationId, placed: touched })
  await writeContacts(context, tx, placed)
  const withIds = touched.filter(({ plan }) => !plan.known || plan.changes.includes("external ids"))
  await replaceExternalIds(tx, {
    organisationId: context.organisationId,
    administrationId,
    kind: "customer",
    cases: withIds.map(({ id, plan }) => ({ id, values: plan.next.externalIds })),
  })
  const known = placed.flatMap(({ plan }) => (plan.known ? [plan.known.id] : []))
  if (known.length > 0) await tx.update(customers).set({ asOf: context.now() }).where(inArray(customers.id, known))
  await indexCases(
    tx,
    "customer",
    touched.map(({ id }) => id),
  )
  return new Map(placed.map(({ plan, id }) => [plan.next.number, id]))
}

type Placed = { plan: CustomerPlan; id: string }

async function writeRows(
  context: Context,
  tx: Transaction,
  { administrationId, placed }: { administrationId: string; placed: Placed[] },
): Promise<void> {
  if (placed.length === 0) return
  const now = context.now()
  const by = doerOf(context.actor).name
  await tx
    .insert(customers)
    .values(
      placed.map(({ id, plan: { next, known } }) => ({
        id,
        organisationId: context.organisationId,
        administrationId,
        number: next.number,
        name: next.name,
        language: next.language,
        street: next.street,
        postcode: next.postcode,
        city: next.city,
        country: next.country,
        standingCc: next.standingCc,
        standingBcc: next.standingBcc,
        doNotMessage: next.doNotMessage,
        // Only where the mark is new: an old one keeps who made it.
        doNotMessageBy: next.doNotMessage === (known?.doNotMessage ?? null) ? null : by,
        doNotMessageAt: next.doNotMessage === (known?.doNotMessage ?? null) ? null : now,
        asOf: now,
      })),
    )
    .onConflictDoUpdate({
      target: customers.id,
      set: {
        name: sql`excluded.name`,
        language: sql`excluded.language`,
        street: sql`excluded.street`,
        postcode: sql`excluded.postcode`,
        city: sql`excluded.city`,
        country: sql`excluded.country`,
        standingCc: sql`excluded.standing_cc`,
        standingBcc: sql`excluded.standing_bcc`,
        doNotMessage: sql`excluded.do_not_message`,
        doNotMessageBy: sql`case when excluded.do_not_message is null then null
          else coalesce(excluded.do_not_message_by, ${customers.doNotMessageBy}) end`,
        doNotMessageAt: sql`case when excluded.do_not_message is null then null
          else coalesce(excluded.do_not_message_at, ${customers.doNotMessageAt}) end`,
      },
    })
}

async function writeContacts(context: Context, tx: Transaction, placed: Placed[]): Promise<void> {
  const gone: string[] = []
  const written: (typeof contacts.$inferInsert)[] = []
  for (const { id: customerId, plan } of placed) {
    const before = new Map(plan.known?.contacts.map(contact => [contact.id, JSON.stringify(contact)]))
    for (const contact of plan.contacts) {
      const known = contact.id && before.get(contact.id)
      if (contact.id) before.delete(contact.id)
      if (known && sameContact(known, contact)) continue
      const { correctedAt, ...rest } = contact
      written.push({
        ...rest,
        id: contact.id ?? newId(),
        organisationId: context.organisationId,
        customerId,
        correctedAt: correctedAt ? new Date(correctedAt) : null,
      })
    }
    gone.push(...before.keys())
  }
  if (gone.length > 0) await tx.delete(contacts).where(inArray(contacts.id, gone))
  if (written.length === 0) return
  await tx
    .insert(contacts)
    .values(written)
    .onConflictDoUpdate({
      target: contacts.id,
      set: {
        name: sql`excluded.name`,
        salutation: sql`excluded.salutation`,
        address: sql`excluded.address`,
        language: sql`excluded.language`,
        importedAddress: sql`excluded.imported_address`,
        correctedBy: sql`excluded.corrected_by`,
        correctedAt: sql`excluded.corrected_at`,
        position: sql`excluded.position`,
      },
    })
}

function sameContact(known: string, planned: CustomerPlan["contacts"][number]): boolean {
  const before = JSON.parse(known) as Record<string, unknown>
  return Object.entries(planned).every(([field, value]) => before[field] === value)
}
