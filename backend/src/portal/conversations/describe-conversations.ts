import type { CaseRef } from "@casepost/shared/cases"
import type { PortalConversation } from "@casepost/shared/portal"
import { and, count, desc, eq, exists, inArray, isNotNull, notExists, sql } from "drizzle-orm"
import { attachments } from "../../attachments/tables.ts"
import { daysOverdue } from "../../cases/days-overdue.ts"
import { plainAmount } from "../../cases/plain-amount.ts"
import { type customers, type invoices, matterInvoices, type matters } from "../../cases/tables.ts"
import type { Transaction } from "../../database.ts"
import { messages, recipients } from "../../messages/tables.ts"
import type { Creditor } from "../find-creditor.ts"

/** Cases as the portal found them, before what was written about them is looked up. */
export type PortalCases = {
  customers: (typeof customers.$inferSelect)[]
  matters: (typeof matters.$inferSelect)[]
  invoices: (typeof invoices.$inferSelect)[]
}

type Last = { at: Date; subject: string | null; preview: { authorName: string; text: string } }

/** Cases as conversations of the portal, in a constant number of queries; the transaction's scope decides what is seen. */
export async function describeConversations(
  tx: Transaction,
  cases: PortalCases,
  at: { creditor: Creditor; now: Date },
): Promise<PortalConversation[]> {
  const ids = [...cases.customers, ...cases.matters, ...cases.invoices].map(found => found.id)
  if (ids.length === 0) return []
  const [last, fresh] = [await lastMessages(tx, ids), await freshCases(tx, ids)]
  const invoiceCounts = await countInvoices(
    tx,
    cases.matters.map(matter => matter.id),
  )
  const pdfs = await findPdfs(
    tx,
    cases.invoices.filter(invoice => invoice.hasPdf).map(invoice => invoice.id),
  )
  const common = (ref: CaseRef) => ({
    caseRef: ref,
    lastAt: last.get(ref.id)?.at.toISOString() ?? null,
    subject: last.get(ref.id)?.subject ?? null,
    preview: last.get(ref.id)?.preview ?? null,
    fresh: fresh.has(ref.id),
  })
  return [
    ...cases.customers.map(customer => ({
      ...common({ kind: "customer", id: customer.id }),
      ...withoutMoney,
      group: "general" as const,
      number: customer.number,
      state: "open" as const,
      settledOn: null,
      invoices: null,
    })),
    ...cases.matters.map(matter => ({
      ...common({ kind: "matter", id: matter.id }),
      ...withoutMoney,
      group: "matters" as const,
      number: matter.number,
      state: matter.state === "closed" ? ("closed" as const) : ("open" as const),
      settledOn: matter.closedOn,
      invoices: invoiceCounts.get(matter.id) ?? 0,
    })),
    ...cases.invoices.map(invoice => ({
      ...common({ kind: "invoice", id: invoice.id }),
      group: "invoices" as const,
      number: invoice.number,
      open: { amount: plainAmount(invoice.openAmount), currency: invoice.currency },
      amount: { amount: plainAmount(invoice.amount), currency: invoice.currency },
      invoiceDate: invoice.invoiceDate,
      dueDate: invoice.dueDate,
      daysOverdue: invoice.state === "open" ? daysOverdue(invoice.dueDate, at.creditor.timeZone, at.now) : null,
      state: invoice.state as PortalConversation["state"],
      settledOn: invoice.paidOn,
      invoices: null,
      hasPdf: pdfs.has(invoice.id),
      pdfAttachmentId: pdfs.get(invoice.id) ?? null,
    })),
  ]
}

const withoutMoney = {
  open: null,
  amount: null,
  invoiceDate: null,
  dueDate: null,
  daysOverdue: null,
  hasPdf: false,
  pdfAttachmentId: null,
}

/** The last message of each case; its subject is that of the last message with one (a reply has none). */
async function lastMessages(tx: Transaction, caseIds: string[]): Promise<Map<string, Last>> {
  const at = sql<Date>`coalesce(${messages.leftAt}, ${messages.createdAt})`.mapWith(messages.createdAt)
  const rows = await tx
    .selectDistinctOn([messages.caseId], {
      caseId: messages.caseId,
      at,
      authorName: messages.authorName,
      text: sql<string>`left(${messages.bodyText}, 400)`,
    })
    .from(messages)
    .where(inArray(messages.caseId, caseIds))
    .orderBy(messages.caseId, desc(at), desc(messages.id))
  const subjects = await tx
    .selectDistinctOn([messages.caseId], { caseId: messages.caseId, subject: messages.subject })
    .from(messages)
    .where(and(inArray(messages.caseId, caseIds), eq(messages.direction, "outgoing")))
    .orderBy(messages.caseId, desc(at), desc(messages.id))
  const subjectOf = new Map(subjects.map(row => [row.caseId, row.subject || null]))
  return new Map(
    rows.map(row => {
      const text = row.text
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, 120)
        .replace(/[\ud800-\udbff]$/, "")
      return [
        row.caseId,
        { at: row.at, subject: subjectOf.get(row.caseId) ?? null, preview: { authorName: row.authorName, text } },
      ]
    }),
  )
}

/** The cases with a message to one of the customer's own addresses, or to her portal only, that she has not opened. */
async function freshCases(tx: Transaction, caseIds: string[]): Promise<Set<string>> {
  const opened = tx
    .select({ one: sql`1` })
    .from(recipients)
    .where(and(eq(recipients.messageId, messages.id), isNotNull(recipients.openedAt)))
  const hers = tx
    .select({ one: sql`1` })
    .from(recipients)
    .where(and(eq(recipients.messageId, messages.id), eq(recipients.kind, "customer")))
  const rows = await tx
    .selectDistinct({ caseId: messages.caseId })
    .from(messages)
    .where(and(inArray(messages.caseId, caseIds), eq(messages.direction, "outgoing"), exists(hers), notExists(opened)))
  return new Set(rows.map(row => row.caseId))
}

async function countInvoices(tx: Transaction, matterIds: string[]): Promise<Map<string, number>> {
  if (matterIds.length === 0) return new Map()
  const rows = await tx
    .select({ matterId: matterInvoices.matterId, invoices: count() })
    .from(matterInvoices)
    .where(inArray(matterInvoices.matterId, matterIds))
    .groupBy(matterInvoices.matterId)
  return new Map(rows.map(row => [row.matterId, row.invoices]))
}

async function findPdfs(tx: Transaction, invoiceIds: string[]): Promise<Map<string, string>> {
  if (invoiceIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: attachments.id, invoiceId: attachments.ownerId })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "invoice"), inArray(attachments.ownerId, invoiceIds)))
  return new Map(rows.map(row => [row.invoiceId, row.id]))
}
