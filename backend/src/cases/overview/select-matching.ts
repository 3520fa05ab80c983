import type { OverviewFilter } from "@casepost/shared/overviews"
import { type SQL, sql } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { matchingRows } from "./matching-rows.ts"

/**
 * A query that yields all cases that fit a filter at this moment, and nothing the actor may not see: `case_kind, case_id, customer_id,
 * administration_id, number`, by customer number and number. For `insert … select` in a transaction of the actor's own scope.
 */
export function selectMatching(context: Context, filter: OverviewFilter): SQL {
  return sql`select r.case_kind, r.case_id, r.customer_id, r.administration_id, r.number
    from ${matchingRows(context, filter)} order by r.customer_number, r.number, r.case_id`
}
