import type { DeedResult } from "@casepost/shared/contract"
import type { deeds } from "@casepost/shared/portal"
import { Problem } from "@casepost/shared/problems"
import { and, asc, count, desc, eq, sql, sum } from "drizzle-orm"
import { plainAmount } from "../cases/plain-amount.ts"
import { customers, invoices, matters } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeConversations, type PortalCases } from "./conversations/describe-conversations.ts"
import { findCreditor } from "./find-creditor.ts"
import { type KnownCustomer, requireCustomer } from "./known-customer.ts"

/** Invoices one page of the portal shows: the open ones first, then the newest. */
export const mostInvoices = 300

export type ConversationList = DeedResult<typeof deeds.listPortalConversations>

/** General, matters and invoices of the session's customer; of a session for one conversation that one alone. */
export async function listConversations(context: Context): Promise<ConversationList> {
  const actor = requireCustomer(context)
  return context.transaction(async tx => {
    const creditor = await findCreditor(tx, actor.administrationId)
    if (!creditor) throw new Problem("not-found")
    const { cases, allShown } = await findCases(tx, actor)
    const conversations = await describeConversations(tx, cases, { creditor, now: context.now() })
    return { conversations, allShown, ...(await findTotals(tx, actor)) }
  })
}

/** The scope of the transaction leaves a stranger one matter or invoice; the customer's own row is always there. */
async function findCases(tx: Transaction, actor: KnownCustomer): Promise<{ cases: PortalCases; allShown: boolean }> {
  const general = actor.scope === "customer" || actor.caseKind === "customer"
  const found = await tx
    .select()
    .from(invoices)
    .where(eq(invoices.customerId, actor.customerId))
    .orderBy(
      sql`${invoices.state} = 'open' desc`,
      asc(sql`case when ${invoices.state} = 'open' then ${invoices.dueDate} end`),
      desc(invoices.dueDate),
      invoices.number,
    )
    .limit(mostInvoices + 1)
  const cases = {
    customers: general ? await tx.select().from(customers).where(eq(customers.id, actor.customerId)) : [],
    matters: await tx
      .select()
      .from(matters)
      .where(eq(matters.customerId, actor.customerId))
      .orderBy(sql`${matters.state} = 'open' desc`, desc(matters.openedOn), matters.number)
      .limit(mostInvoices),
    invoices: found.slice(0, mostInvoices),
  }
  return { cases, allShown: found.length <= mostInvoices }
}

async function findTotals(tx: Transaction, actor: KnownCustomer) {
  const rows = await tx
    .select({ currency: invoices.currency, amount: sum(invoices.openAmount), invoices: count() })
    .from(invoices)
    .where(and(eq(invoices.customerId, actor.customerId), eq(invoices.state, "open")))
    .groupBy(invoices.currency)
    .orderBy(desc(count()), invoices.currency)
  return {
    open: rows.map(row => ({ amount: plainAmount(row.amount ?? "0"), currency: row.currency })),
    openInvoices: rows.reduce((all, row) => all + row.invoices, 0),
  }
}
