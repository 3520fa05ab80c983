import { sql } from "drizzle-orm"
import { bigint, boolean, char, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { moment } from "../../columns.ts"
import { tenant } from "../../organisations/tables.ts"

/**
 * What overviews are read from: one narrow row a case with everything they filter and sort by, rolled up from invoice to matter to customer.
 * `casepost_refresh_case_rows` works it out (see `migrations`), called by `overview/refresh-case-rows` in each writer's transaction. One
 * index a sort, all with the same beginning: each page is read as streams, as the inbox is.
 */
export const caseRows = pgTable(
  "case_rows",
  {
    caseId: uuid().primaryKey(),
    organisationId: tenant(),
    administrationId: uuid().notNull(),
    customerId: uuid().notNull(),
    caseKind: text().notNull(),
    number: text().notNull(),
    customerNumber: text().notNull(),
    customerName: text().notNull(),
    /** The beginning of the customer's name in plain letters. */
    customerSort: text().notNull(),
    state: text().notNull(),
    open: boolean().notNull(),
    /** Open amounts, one a currency: `{ amount, currency }` with the amount as text. */
    openMoney: jsonb().$type<{ amount: string; currency: string }[]>().notNull(),
    /** The largest of them in ten-thousandths: policies let no index serve comparisons of numeric, which are not leakproof. */
    openUnits: bigint({ mode: "number" }).notNull(),
    /** Where all is in one currency: sums need not look into `openMoney`. */
    currency: char({ length: 3 }),
    openInvoices: integer().notNull(),
    dueDate: date({ mode: "string" }),
    /** Of the oldest open invoice that is no credit note: what days overdue are counted from. */
    overdueFrom: date({ mode: "string" }),
    lastMessageId: uuid(),
    lastMessageAt: moment(),
    /** When our last message left, or will leave. */
    lastSentAt: moment(),
    unread: integer().notNull(),
    notDelivered: boolean().notNull(),
    noAddress: boolean().notNull(),
    doNotMessage: boolean().notNull(),
    matterId: uuid(),
  },
  t => {
    const sorted = (
      name: string,
      column: typeof t.dueDate | typeof t.lastMessageAt | typeof t.openUnits | typeof t.customerSort,
    ) =>
      index(`case_rows_by_${name}`).on(
        t.organisationId,
        t.administrationId,
        t.caseKind,
        t.open,
        column,
        t.number,
        t.caseId,
      )
    const few = (name: string) => index(`case_rows_${name}`).on(t.organisationId, t.administrationId, t.caseKind)
    return [
      index("case_rows_by_number").on(t.organisationId, t.administrationId, t.caseKind, t.open, t.number, t.caseId),
      sorted("customer", t.customerSort),
      sorted("open", t.openUnits),
      sorted("due", t.dueDate),
      sorted("overdue", t.overdueFrom),
      sorted("last_message", t.lastMessageAt),
      few("unread").where(sql`unread > 0`),
      few("not_delivered").where(sql`not_delivered`),
      few("no_address").where(sql`no_address`),
      few("do_not_message").where(sql`do_not_message`),
      index().on(t.customerId),
      index("case_rows_of_matter").on(t.matterId).where(sql`matter_id is not null`),
    ]
  },
)
