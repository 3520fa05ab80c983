import type { OverviewFilter } from "@casepost/shared/overviews"
import { type SQL, sql } from "drizzle-orm"
import { visibleAdministrations } from "../../access/require-right.ts"
import type { Context } from "../../context.ts"

/**
 * Where the rows of a filter are, as `p`: each administration the actor may see and that was asked for, open and settled apart, with the
 * date it is there now. Every index of `case_rows` begins with these.
 */
export function places(context: Context, { administrationIds, state }: OverviewFilter): SQL {
  const opens = { open: "(true)", settled: "(false)", any: "(true), (false)" }[state]
  return sql`(
    select a.id as administration_id, o.open, (${context.now().toISOString()}::timestamptz at time zone a.time_zone)::date as today
    from administrations a cross join (values ${sql.raw(opens)}) o (open)
    where a.id = any (${askedAdministrations(context, administrationIds)})) p`
}

/** Rows `r` of one place `p`. */
export function inPlace({ organisationId }: Context, { kind }: OverviewFilter): SQL {
  return sql`r.organisation_id = ${organisationId}::uuid and r.administration_id = p.administration_id
    and r.case_kind = ${kind} and r.open = p.open`
}

/** What a filter asks of a row `r` of a place `p`, without its search. */
export function fits(context: Context, filter: OverviewFilter): SQL {
  const asked: SQL[] = []
  if (filter.overdueDays !== null) asked.push(sql`r.overdue_from < p.today - ${filter.overdueDays}::int`)
  if (filter.dueWithinDays !== null)
    asked.push(sql`r.due_date between p.today and p.today + ${filter.dueWithinDays}::int`)
  if (filter.openFrom !== null) asked.push(sql`r.open_units >= ${units(filter.openFrom)}::bigint`)
  if (filter.openTo !== null) asked.push(someAmount(filter.openFrom, filter.openTo))
  if (filter.notMessagedDays !== null) {
    const before = new Date(context.now().getTime() - filter.notMessagedDays * 86_400_000)
    asked.push(sql`(r.last_sent_at is null or r.last_sent_at < ${before.toISOString()}::timestamptz)`)
  }
  if (filter.unread) asked.push(sql`r.unread > 0`)
  if (filter.notDelivered) asked.push(sql`r.not_delivered`)
  if (filter.noAddress) asked.push(sql`r.no_address`)
  if (filter.doNotMessage !== "any")
    asked.push(filter.doNotMessage === "marked" ? sql`r.do_not_message` : sql`not r.do_not_message`)
  if (filter.kind === "invoice" && filter.inMatter !== "any")
    asked.push(filter.inMatter === "in" ? sql`r.matter_id is not null` : sql`r.matter_id is null`)
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `)
}

/** All rows `r` that fit a filter, search and rights included: what stands behind `from`. */
export function matchingRows(context: Context, filter: OverviewFilter): SQL {
  const rows = sql`${places(context, filter)} join case_rows r on ${inPlace(context, filter)} and ${fits(context, filter)}`
  const search = filter.search.replaceAll("\0", "")
  return search === ""
    ? rows
    : sql`${found(context, filter)} join case_rows r on r.case_id = f.id join ${places(context, filter)} on ${inPlace(context, filter)} and ${fits(context, filter)}`
}

/** Cases whose words, or whose open amount, are what somebody typed. Search reads behind the wall: see `casepost_find_cases`. */
function found(context: Context, filter: OverviewFilter): SQL {
  const visible = askedAdministrations(context, filter.administrationIds)
  const words = sql`select id from casepost_find_cases(${filter.search.replaceAll("\0", "")}, ${visible}, ${filter.kind}) id`
  const amount = typedAmount(filter.search)
  if (amount === undefined) return sql`(${words}) f`
  return sql`(${words} union select r.case_id from ${places(context, filter)} join case_rows r
    on ${inPlace(context, filter)} and r.open_units = ${amount}::bigint) f`
}

function askedAdministrations(context: Context, asked: readonly string[]): SQL {
  const ids = visibleAdministrations(context).filter(id => asked.length === 0 || asked.includes(id))
  return sql`${`{${ids.join(",")}}`}::text::uuid[]`
}

/** In one currency from so much to so much: what is open in several is looked at amount by amount. */
function someAmount(from: string | null, to: string): SQL {
  const least = from === null ? sql`true` : sql`(m ->> 'amount')::numeric >= ${from}::numeric`
  return sql`(case when jsonb_array_length(r.open_money) < 2 then r.open_units <= ${units(to)}::bigint
    else exists (select from jsonb_array_elements(r.open_money) m where ${least} and (m ->> 'amount')::numeric <= ${to}::numeric) end)`
}

/** Ten-thousandths of a decimal number, as text: more than a number of JavaScript holds. */
function units(amount: string): string {
  const [whole = "0", fraction = ""] = amount.split(".")
  return `${whole}${fraction.padEnd(4, "0")}`
}

/** `864`, `€ 12.480,50` or `12,480.50` in ten-thousandths; undefined for what is no amount. */
function typedAmount(search: string): string | undefined {
  const typed = /^(?:[A-Z]{3}|[€$£])?\s*(-?\d{1,3}(?:[., ]?\d{3}){0,4})(?:[.,](\d{2}))?$/.exec(search.trim())
  const whole = typed?.[1]?.replace(/[., ]/g, "")
  // Nothing that is stored is open for more, and a bigint holds no more.
  return whole === undefined || whole.length > 14 ? undefined : units(`${whole}.${typed?.[2] ?? ""}`)
}
