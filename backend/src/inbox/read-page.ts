import type { CaseKind, CaseRef } from "@casepost/shared/cases"
import type { InboxSort } from "@casepost/shared/inbox"
import { Problem } from "@casepost/shared/problems"
import { sql } from "drizzle-orm"
import type { Place } from "../cursor.ts"
import { rowsOf, type Transaction } from "../database.ts"

/** What of the inbox is asked for. */
export type Asked = {
  organisationId: string
  administrationIds: readonly string[]
  kinds: readonly CaseKind[]
  read: "read" | "unread" | undefined
  sort: InboxSort
  search: string | undefined
  after: Place | undefined
  limit: number
}

type Row = { kind: CaseKind; id: string; at: string; unread: boolean }

/**
 * The next conversations, each with its place. The inbox is read as streams (administration × kind of case × unread or not), each in
 * the order of one index, and merged: whatever is filtered or sorted, no stream gives more rows than the page has, however long it is.
 */
export async function readPage(tx: Transaction, asked: Asked): Promise<{ ref: CaseRef; place: Place }[]> {
  const streams = asked.administrationIds.flatMap(administrationId =>
    asked.kinds.flatMap(kind => groupsOf(asked).map(group => ({ administrationId, kind, ...group }))),
  )
  if (streams.length === 0) return []
  const rows = rowsOf<Row>(await tx.execute(pageOf(asked, JSON.stringify(streams))))
  const grouped = isGrouped(asked.sort)
  return rows.map(({ kind, id, at, unread }) => ({
    ref: { kind, id },
    place: { at: new Date(at), id, ...(grouped ? { group: unread } : {}) },
  }))
}

function isGrouped(sort: InboxSort): boolean {
  return sort === "unread-first" || sort === "read-first"
}

/** Unread and read conversations in the order they come, and the place each begins after. */
function groupsOf({ sort, read, after }: Asked): { turn: number; unread: boolean; at: string; id: string }[] {
  const order = sort === "read-first" ? [false, true] : [true, false]
  const groups = order.filter(unread => read === undefined || unread === (read === "unread"))
  const [at, id] = after ? [after.at.toISOString(), after.id] : beginnings[sort === "oldest" ? "oldest" : "newest"]
  if (!isGrouped(sort)) return groups.map(unread => ({ turn: 0, unread, at, id }))
  if (after && after.group === undefined)
    throw new Problem("invalid", "cursor: This cursor belongs to the list in another order. Begin again without one.")
  const left = after ? groups.slice(groups.indexOf(after.group === true)) : groups
  const [newestAt, newestId] = beginnings.newest
  return left.map((unread, turn) =>
    turn === 0 ? { turn, unread, at, id } : { turn, unread, at: newestAt, id: newestId },
  )
}

const beginnings = {
  newest: ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
  oldest: ["-infinity", "00000000-0000-0000-0000-000000000000"],
} as const

function pageOf({ organisationId, administrationIds, sort, search, limit }: Asked, streams: string) {
  const direction = sql.raw(sort === "oldest" ? "asc" : "desc")
  const beyond = sql.raw(sort === "oldest" ? ">" : "<")
  const inStream = sql`c.organisation_id = ${organisationId}::uuid and c.administration_id = s."administrationId"
      and c.case_kind = s.kind and c.has_unread = s.unread and (c.last_at, c.case_id) ${beyond} (s.at, s.id)`
  const found = search
    ? sql`(select distinct case_kind, case_id from casepost_search_messages(${search},
          array(select jsonb_array_elements_text(${JSON.stringify(administrationIds)}::text::jsonb)::uuid))) f
        join conversations c on c.case_kind = f.case_kind and c.case_id = f.case_id join streams s on ${inStream}`
    : sql`streams s cross join lateral (
        select c.case_kind, c.case_id, c.last_at, c.has_unread from conversations c where ${inStream}
        order by c.last_at ${direction}, c.case_id ${direction} limit ${limit}) c`
  return sql`
    with streams as (
      select * from jsonb_to_recordset(${streams}::text::jsonb)
        as s("administrationId" uuid, kind text, turn int, unread boolean, at timestamptz, id uuid)
    )
    select c.case_kind as kind, c.case_id::text as id, c.last_at::text as at, c.has_unread as unread from ${found}
    order by s.turn, c.last_at ${direction}, c.case_id ${direction} limit ${limit}`
}
