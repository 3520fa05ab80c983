import type { CaseDetail } from "@casepost/shared/cases"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import { recordAudit } from "../../audit/record-audit.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { administrations } from "../../organisations/tables.ts"
import { caseDetail } from "../case-detail.ts"
import type { FoundCase } from "../find-case.ts"
import { refreshCaseRows } from "../overview/refresh-case-rows.ts"
import { requireCase } from "../require-case.ts"
import { indexCases } from "../search/index-cases.ts"
import { contacts, customers } from "../tables.ts"

/** What is left out stays as it is; `null` takes the address, or the mark, away. */
export type Correction = { customerId: string; generalAddress?: string | null; doNotMessage?: string | null }

/**
 * Corrects or records a customer's general address, or marks the customer "do not message". What the import said stays beside the
 * correction and wins only when it changes. A customer without a general contact gets one. @throws Problem not-found, not-allowed, invalid
 */
export async function correctAddress(context: Context, correction: Correction): Promise<CaseDetail> {
  return context.transaction(async tx => {
    const caseRef = { kind: "customer", id: correction.customerId } as const
    const found = await requireCase(context, tx, caseRef, "standard")
    if (correction.generalAddress === undefined && correction.doNotMessage === undefined)
      throw new Problem("invalid", "Say which address to record, or whether this customer must not be messaged.")
    if (correction.generalAddress !== undefined)
      await writeAddress(context, tx, { found, address: correction.generalAddress })
    if (correction.doNotMessage !== undefined) await writeMark(context, tx, { found, reason: correction.doNotMessage })
    await refreshCaseRows(tx, [found.customerId])
    return caseDetail(context, tx, await requireCase(context, tx, caseRef, "standard"))
  })
}

async function writeAddress(
  context: Context,
  tx: Transaction,
  { found, address }: { found: FoundCase; address: string | null },
): Promise<void> {
  const ofCustomer = and(eq(contacts.customerId, found.customerId), eq(contacts.purpose, "general"))
  // A correction waits for a running import, which compares addresses, and two corrections follow each other.
  await tx
    .select({ id: administrations.id })
    .from(administrations)
    .where(eq(administrations.id, found.administrationId))
    .for("share")
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, found.customerId)).for("update")
  const [general] = await tx.select().from(contacts).where(ofCustomer)
  if ((general?.address ?? null) === address) return
  const corrected = { address, correctedBy: nameOf(context), correctedAt: context.now() }
  if (general) {
    const backToImport = general.correctedBy !== null && address === general.importedAddress
    await tx
      .update(contacts)
      .set(backToImport ? { address, correctedBy: null, correctedAt: null } : corrected)
      .where(eq(contacts.id, general.id))
  } else
    await tx.insert(contacts).values({
      organisationId: context.organisationId,
      customerId: found.customerId,
      name: found.customerName,
      purpose: "general",
      ...corrected,
    })
  await indexCases(tx, "customer", [found.customerId])
  await recordAudit(tx, context, {
    deed: "correctAddress",
    subject: { kind: "customer", id: found.customerId },
    administrationId: found.administrationId,
    detail: { number: found.number, from: general?.address ?? null, to: address },
  })
}

async function writeMark(
  context: Context,
  tx: Transaction,
  { found, reason }: { found: FoundCase; reason: string | null },
): Promise<void> {
  if (found.doNotMessage === reason) return
  await tx
    .update(customers)
    .set({
      doNotMessage: reason,
      doNotMessageBy: reason === null ? null : nameOf(context),
      doNotMessageAt: reason === null ? null : context.now(),
    })
    .where(eq(customers.id, found.customerId))
  await recordAudit(tx, context, {
    deed: "markDoNotMessage",
    subject: { kind: "customer", id: found.customerId },
    administrationId: found.administrationId,
    detail: { number: found.number, from: found.doNotMessage, to: reason },
  })
}

function nameOf({ actor }: Context): string {
  return actor.kind === "user" || actor.kind === "api-key" ? actor.name : "Casepost"
}
