import { inArray, sql } from "drizzle-orm"
import { newId } from "../../../columns.ts"
import type { Context } from "../../../context.ts"
import type { Transaction } from "../../../database.ts"
import { indexCases } from "../../search/index-cases.ts"
import { matterInvoices, matters } from "../../tables.ts"
import { replaceExternalIds } from "../replace-external-ids.ts"
import type { MatterInvoice } from "./known-matters.ts"
import type { MatterPlan } from "./plan-matters.ts"

type Writing = {
  administrationId: string
  plans: readonly MatterPlan[]
  customers: ReadonlyMap<string, string>
  invoices: ReadonlyMap<string, MatterInvoice>
}

/** Writes plans for matters and their invoices in a handful of statements. Gives the ids by number, and of those that changed. */
export async function writeMatters(
  context: Context,
  tx: Transaction,
  writing: Writing,
): Promise<{ ids: Map<string, string>; changed: string[] }> {
  const { administrationId, plans } = writing
  const { organisationId } = context
  const placed = plans.map(plan => ({ plan, id: plan.known?.id ?? newId() }))
  const touched = placed.filter(({ plan }) => plan.changed)
  const changed = touched.map(({ id }) => id)
  if (touched.length > 0) {
    await writeRows(context, tx, { ...writing, placed: touched })
    // All first: an invoice that changes matters must have left the old one.
    await tx.delete(matterInvoices).where(inArray(matterInvoices.matterId, changed))
    const links = touched.flatMap(({ id, plan: { next } }) =>
      next.invoiceNumbers.map(number => ({
        organisationId,
        matterId: id,
        invoiceId: writing.invoices.get(number)?.id ?? "",
        open: next.state === "open",
      })),
    )
    for (let at = 0; at < links.length; at += 5000) await tx.insert(matterInvoices).values(links.slice(at, at + 5000))
    const cases = touched.map(({ id, plan }) => ({ id, values: plan.next.externalIds }))
    await replaceExternalIds(tx, { organisationId, administrationId, kind: "matter", cases })
    await indexCases(tx, "matter", changed)
  }
  const same = placed.filter(({ plan }) => !plan.changed).map(({ id }) => id)
  if (same.length > 0) await tx.update(matters).set({ asOf: context.now() }).where(inArray(matters.id, same))
  return { ids: new Map(placed.map(({ plan, id }) => [plan.next.number, id])), changed }
}

async function writeRows(
  context: Context,
  tx: Transaction,
  { administrationId, customers, placed }: Writing & { placed: { plan: MatterPlan; id: string }[] },
): Promise<void> {
  await tx
    .insert(matters)
    .values(
      placed.map(({ id, plan: { next } }) => ({
        id,
        organisationId: context.organisationId,
        administrationId,
        customerId: customers.get(next.customerNumber) ?? "",
        number: next.number,
        description: next.description,
        state: next.state,
        openedOn: next.openedOn,
        closedOn: next.closedOn,
        asOf: context.now(),
      })),
    )
    .onConflictDoUpdate({
      target: matters.id,
      set: {
        description: sql`excluded.description`,
        state: sql`excluded.state`,
        openedOn: sql`excluded.opened_on`,
        closedOn: sql`excluded.closed_on`,
        asOf: sql`excluded.as_of`,
      },
    })
}
