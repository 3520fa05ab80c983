import { isDeepStrictEqual } from "node:util"
import { rightCovers } from "@casepost/shared/access"
import type { Money } from "@casepost/shared/cases"
import { mostBulkCases, type OverviewCount, OverviewFilter } from "@casepost/shared/overviews"
import { sql } from "drizzle-orm"
import { rightIn, visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"
import { rowsOf } from "../../database.ts"
import { plainAmount } from "../plain-amount.ts"
import { matchingRows, places } from "./matching-rows.ts"

type Counted = Omit<OverviewCount, "open"> & { open: Money[] }

/** How many cases fit a filter, and what is open in them: in one query that stops counting beyond what a bulk message can hold. */
export async function countOverview(context: Context, { filter }: { filter: OverviewFilter }): Promise<OverviewCount> {
  const most = mostBulkCases + 1
  const readOnly = visibleAdministrations(context).filter(id => !rightCovers(rightIn(context, id), "standard"))
  const { kind, administrationIds } = filter
  const openOnes = OverviewFilter.parse({ kind, administrationIds })
  // Asked for just those, they are not counted twice.
  const all = isDeepStrictEqual(filter, openOnes)
    ? sql`count(*)::int`
    : sql`(select count(*)::int from (select from ${matchingRows(context, openOnes)} limit ${most}) o)`
  const rows = await context.transaction(async tx =>
    rowsOf<Counted>(
      await tx.execute(sql`
        with matching as materialized (
          select r.administration_id, r.do_not_message, r.currency, r.open_units, case when r.currency is null then r.open_money end as open_money
          from ${matchingRows(context, filter)} limit ${most}
        ), money as (
          select currency, sum(open_units) / 10000.0 as total from matching where currency is not null group by currency
          union all
          select m ->> 'currency', sum((m ->> 'amount')::numeric) from matching, jsonb_array_elements(open_money) m
          where currency is null group by 1
        )
        select count(*)::int as matching, count(*) filter (where do_not_message)::int as "doNotMessage",
          count(*) filter (where administration_id = any (${`{${readOnly.join(",")}}`}::text::uuid[]) and not do_not_message)::int as "noRight",
          ${all} as all,
          (select coalesce(json_agg(json_build_object('amount', round(total, 4)::text, 'currency', currency) order by currency), '[]')
            from (select currency, sum(total) as total from money group by currency) s) as open,
          (select to_char(min(a.data_as_of) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            from ${places(context, openOnes)} join administrations a on a.id = p.administration_id) as "asOf"
        from matching`),
    ),
  )
  const [counted] = rows
  if (!counted) throw new Error("A count gives one row.")
  const open = counted.open.map(money => ({ ...money, amount: plainAmount(money.amount) }))
  return { ...counted, open: counted.matching > mostBulkCases ? null : open }
}
