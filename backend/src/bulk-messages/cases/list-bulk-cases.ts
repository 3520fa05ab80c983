import type { BulkCase } from "@casepost/shared/bulk-messages"
import { bulkChecks } from "@casepost/shared/bulk-messages"
import { Problem } from "@casepost/shared/problems"
import { type SQL, sql } from "drizzle-orm"
import type { Context } from "../../context.ts"
import { resultWord } from "../describing/count-results.ts"
import { requireSeen } from "../require-bulk-message.ts"
import { readBulkCases } from "./describe-cases.ts"

export type BulkCasesPage = { id: string; cursor?: string | undefined; limit: number; show: string }

/** The cases of a bulk message in the order they were chosen, by keyset. @throws Problem not-found, invalid */
export function listBulkCases(
  context: Context,
  { id, cursor, limit, show }: BulkCasesPage,
): Promise<{ cases: BulkCase[]; nextCursor: string | null }> {
  return context.transaction(async tx => {
    const bulk = await requireSeen(context, tx, id)
    const after = cursor === undefined ? -1 : readPosition(cursor)
    const condition = bulk.state === "writing" ? whileWritten(show) : whenSent(show)
    const where = sql`c.position > ${after} and ${condition}`
    const found = await readBulkCases(context, tx, { bulk, where, limit: limit + 1 })
    const cases = found.slice(0, limit)
    const last = found.length > limit ? cases.at(-1) : undefined
    return { cases, nextCursor: last ? Buffer.from(String(last.position)).toString("base64url") : null }
  })
}

function readPosition(cursor: string): number {
  const written = Buffer.from(cursor, "base64url").toString()
  if (/^\d{1,6}$/.test(written)) return Number(written)
  const detail = "This cursor does not belong to this list. Begin again without one."
  throw new Problem("invalid", `cursor: ${detail}`, { fields: [{ path: "cursor", detail }] })
}

const all = sql`true`
const looked = sql`c.position < b.checked_to`

function byCheck(show: string): SQL | undefined {
  if (show === "taken-out") return sql`c.taken_out`
  const check = bulkChecks.find(one => one === show)
  return check && sql`c."check" = ${check} and not c.taken_out`
}

function whileWritten(show: string): SQL {
  const check = byCheck(show)
  if (check) return show === "taken-out" ? check : sql`${looked} and ${check}`
  if (show === "attention" || show === "problems")
    return sql`${looked} and c."check" not in ('ready', 'portal-only') and not c.taken_out`
  if (show === "left-out")
    return sql`(c.taken_out or (${looked} and c."check" not in ('ready', 'portal-only', 'suppressed')))`
  return all
}

function whenSent(show: string): SQL {
  if (show === "attention") return sql`((c.state = 'left-out' and not c.taken_out) or ${resultWord} = 'not-delivered')`
  if (show === "problems") return sql`${resultWord} = 'not-delivered'`
  if (show === "waiting") return sql`${resultWord} in ('waiting', 'sending')`
  if (["left-out", "sent", "delivered", "opened", "not-delivered"].includes(show)) return sql`${resultWord} = ${show}`
  if (show === "portal-only") return sql`${resultWord} = 'portal-only'`
  return byCheck(show) ?? all
}
