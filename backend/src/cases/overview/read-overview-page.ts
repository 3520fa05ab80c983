import type { CaseKind, CaseSummary } from "@casepost/shared/cases"
import type { OverviewFilter } from "@casepost/shared/overviews"
import { type SQL, sql } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import { fits, inPlace, matchingRows, places } from "./matching-rows.ts"
import type { Order, OverviewPlace } from "./overview-cursor.ts"

/** A row as it lies in the database, with what is only shown. */
export type StoredRow = Pick<
  CaseSummary,
  | "number"
  | "customerId"
  | "customerName"
  | "administrationId"
  | "administrationName"
  | "state"
  | "open"
  | "openInvoices"
  | "dueDate"
  | "unread"
> & {
  kind: CaseKind
  id: string
  customerNumber: string
  timeZone: string
  mayBeOverdue: boolean
  lastAt: string | null
  lastSubject: string | null
  lastDirection: string | null
  lastAuthor: string | null
  notDelivered: boolean
  noAddress: boolean
  doNotMessage: string | null
  matter: { id: string; number: string } | null
  value: string | null
}
export type AskedPage = { filter: OverviewFilter; order: Order; after: OverviewPlace | undefined; limit: number }

/**
 * The next rows of an overview, in one query. They are read as streams (administration × open or settled × with a value or without), each in
 * the order of one index, and merged: whatever is sorted by, no stream gives more rows than the page has. A search is few rows, which are sorted.
 */
export async function readOverviewPage(context: Context, tx: Transaction, asked: AskedPage): Promise<StoredRow[]> {
  return rowsOf<StoredRow>(await tx.execute(shown(pageOf(context, asked), asked)))
}

/** What is sorted by, its type, and whether rows may be without it. Days overdue grow as the date they are counted from goes back. */
const sorts = {
  number: { column: "number", type: "text", gaps: false, turned: false },
  customer: { column: "customer_sort", type: "text", gaps: false, turned: false },
  open: { column: "open_units", type: "bigint", gaps: false, turned: false },
  due: { column: "due_date", type: "date", gaps: true, turned: false },
  overdue: { column: "overdue_from", type: "date", gaps: true, turned: true },
  "last-message": { column: "last_message_at", type: "timestamptz", gaps: true, turned: false },
}

function pageOf(context: Context, { filter, order, after, limit }: AskedPage): SQL {
  const { column, type, gaps, turned } = sorts[order.sort]
  const value = sql.raw(`r.${column}`)
  const isDown = order.descending !== turned
  const [down, beyond] = [sql.raw(isDown ? "desc" : "asc"), sql.raw(isDown ? "<" : ">")]
  // The same for rows without a value: then the index of the sort serves them too.
  const inOrder = sql`${order.sort === "number" ? sql`` : sql`${value} ${down}, `}r.number ${down}, r.case_id ${down}`
  const behind = (withValue: boolean) => {
    if (!after) return sql`true`
    const tie = sql`(r.number, r.case_id) ${beyond} (${after.number}, ${after.id}::uuid)`
    if (order.sort === "number") return tie
    if (!withValue) return after.value === null ? tie : sql`true`
    return sql`(${value}, r.number, r.case_id) ${beyond} (${after.value}::${sql.raw(type)}, ${after.number}, ${after.id}::uuid)`
  }
  const some = gaps ? [true, false] : [true]
  // Once past the last row with a value, only those without are left.
  const parts = some.filter(withValue => !(withValue && gaps && after?.value === null))
  const present = (withValue: boolean) =>
    gaps ? sql`${value} is ${sql.raw(withValue ? "not null" : "null")}` : sql`true`
  const merged = sql`order by ${gaps ? sql`${value} is null, ` : sql``}${inOrder} limit ${limit}`
  if (filter.search !== "") {
    const left = sql.join(
      parts.map(withValue => sql`(${present(withValue)} and ${behind(withValue)})`),
      sql` or `,
    )
    return sql`select r.* from ${matchingRows(context, filter)} where ${left} ${merged}`
  }
  const streams = parts.map(
    withValue => sql`(select r.* from case_rows r where ${inPlace(context, filter)} and ${fits(context, filter)}
      and ${present(withValue)} and ${behind(withValue)} order by ${inOrder} limit ${limit})`,
  )
  return sql`select r.* from ${places(context, filter)} cross join lateral (${sql.join(streams, sql` union all `)}) r ${merged}`
}

/** The rows of a page with names of what they point to. */
function shown(page: SQL, { order }: AskedPage): SQL {
  const { column, type } = sorts[order.sort]
  const value =
    type === "timestamptz"
      ? `to_char(r.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : type === "date"
        ? `to_char(r.${column}, 'YYYY-MM-DD')`
        : order.sort === "number"
          ? "null"
          : `r.${column}::text`
  return sql`
    with page as materialized (select row_number() over () as place, p.* from (${page}) p)
    select r.case_kind as kind, r.case_id::text as id, r.number, r.customer_id::text as "customerId", r.customer_name as "customerName",
      r.customer_number as "customerNumber", r.administration_id::text as "administrationId", a.name as "administrationName",
      a.time_zone as "timeZone", r.state, r.open_money as open, r.open_invoices as "openInvoices",
      to_char(r.due_date, 'YYYY-MM-DD') as "dueDate", r.overdue_from is not null as "mayBeOverdue", r.unread,
      to_char(r.last_message_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt", l.subject as "lastSubject",
      l.direction as "lastDirection", l.author_name as "lastAuthor", r.not_delivered as "notDelivered", r.no_address as "noAddress",
      c.do_not_message as "doNotMessage",
      case when m.id is not null then json_build_object('id', m.id, 'number', m.number) end as matter, ${sql.raw(value)} as value
    from page r
    join administrations a on a.id = r.administration_id
    left join messages l on l.id = r.last_message_id
    left join customers c on c.id = r.customer_id and r.do_not_message
    left join matters m on m.id = r.matter_id
    order by r.place`
}
