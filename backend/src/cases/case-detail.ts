import type { CaseDetail, CaseRef } from "@casepost/shared/cases"
import { and, asc, desc, eq } from "drizzle-orm"
import { rightIn } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { entries } from "../entries/tables.ts"
import { messages } from "../messages/tables.ts"
import { describeCases } from "./describe-cases.ts"
import type { FoundCase } from "./find-case.ts"
import { languageOf } from "./language-of.ts"
import { contacts, customers, invoices, matterInvoices, matters } from "./tables.ts"

const mostInvoices = 200

/** Everything compose and timeline show about a case that was found before. */
export async function caseDetail(context: Context, tx: Transaction, found: FoundCase): Promise<CaseDetail> {
  const [summary] = await describeCases(tx, [found.ref], context.now())
  const [customer] = await tx.select().from(customers).where(eq(customers.id, found.customerId))
  if (!summary || !customer)
    throw new Error(`The case ${found.ref.kind} ${found.ref.id} went away in its own transaction.`)
  const people = await tx
    .select()
    .from(contacts)
    .where(eq(contacts.customerId, found.customerId))
    .orderBy(asc(contacts.position), asc(contacts.id))
  const general = people.find(contact => contact.purpose === "general")
  return {
    ...summary,
    language: languageOf({
      contact: general?.language,
      customer: customer.language,
      administration: found.administration,
    }),
    generalAddress: general?.address ?? null,
    contacts: people.map(asContact),
    standingCc: customer.standingCc,
    standingBcc: customer.standingBcc,
    doNotMessage: customer.doNotMessage
      ? {
          reason: customer.doNotMessage,
          by: customer.doNotMessageBy ?? "",
          at: (customer.doNotMessageAt ?? customer.asOf).toISOString(),
        }
      : null,
    lastSentAt: await lastSentAt(tx, found.ref),
    asOf: await asOf(tx, found.ref, customer.asOf),
    right: rightIn(context, found.administrationId) as CaseDetail["right"],
    from: senderOf(context, found),
    ...(await around(tx, found.ref)),
  }
}

function asContact(contact: typeof contacts.$inferSelect): CaseDetail["contacts"][number] {
  const { id, name, salutation, address, purpose, language } = contact
  return {
    id,
    name,
    salutation,
    address,
    purpose: purpose as CaseDetail["contacts"][number]["purpose"],
    language: language as CaseDetail["language"] | null,
    correction:
      contact.correctedBy && contact.correctedAt
        ? { by: contact.correctedBy, at: contact.correctedAt.toISOString(), imported: contact.importedAddress }
        : null,
  }
}

function senderOf(context: Context, found: FoundCase): string {
  const { senderName } = found.administration
  return context.actor.kind === "user" ? `${context.actor.name} via ${senderName}` : senderName
}

async function lastSentAt(tx: Transaction, { kind, id }: CaseRef): Promise<string | null> {
  const [last] = await tx
    .select({ at: messages.leftAt })
    .from(entries)
    .innerJoin(messages, eq(messages.id, entries.thingId))
    .where(
      and(
        eq(entries.caseKind, kind),
        eq(entries.caseId, id),
        eq(messages.direction, "outgoing"),
        eq(messages.state, "left"),
      ),
    )
    .orderBy(desc(entries.at), desc(entries.thingId))
    .limit(1)
  return last?.at?.toISOString() ?? null
}

async function asOf(tx: Transaction, { kind, id }: CaseRef, customersOwn: Date): Promise<string> {
  if (kind === "customer") return customersOwn.toISOString()
  const table = kind === "matter" ? matters : invoices
  const [row] = await tx
    .select({ asOf: table.asOf })
    .from(table as typeof matters)
    .where(eq(table.id, id))
  return (row?.asOf ?? customersOwn).toISOString()
}

/** The open matter an invoice stands in, or the invoices a matter is about. */
async function around(tx: Transaction, { kind, id }: CaseRef): Promise<Pick<CaseDetail, "matter" | "invoices">> {
  if (kind === "customer") return { matter: null, invoices: [] }
  if (kind === "invoice") {
    const [matter] = await tx
      .select({ id: matters.id, number: matters.number })
      .from(matterInvoices)
      .innerJoin(matters, eq(matters.id, matterInvoices.matterId))
      .where(and(eq(matterInvoices.invoiceId, id), matterInvoices.open))
    return { matter: matter ?? null, invoices: [] }
  }
  const about = await tx
    .select({ id: invoices.id, number: invoices.number })
    .from(matterInvoices)
    .innerJoin(invoices, eq(invoices.id, matterInvoices.invoiceId))
    .where(eq(matterInvoices.matterId, id))
    .orderBy(asc(invoices.dueDate), asc(invoices.number))
    .limit(mostInvoices)
  return { matter: null, invoices: about }
}
