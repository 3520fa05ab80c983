import type { AuditLine } from "@casepost/shared/audit"
import { Problem } from "@casepost/shared/problems"
import { desc, sql } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { audit } from "./tables.ts"

/** The audit log, newest first. @throws Problem not-allowed; invalid for a cursor that is none */
export async function listAudit(
  context: Context,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ lines: AuditLine[]; nextCursor: string | null }> {
  requireOrganisationAdministrator(context)
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor)
  const rows = await context.transaction(tx =>
    tx
      .select()
      .from(audit)
      .where(after && sql`(${audit.createdAt}, ${audit.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`)
      .orderBy(desc(audit.createdAt), desc(audit.id))
      .limit(page.limit + 1),
  )
  const lines = rows.slice(0, page.limit).map(describeLine)
  const last = lines.at(-1)
  return { lines, nextCursor: rows.length > page.limit && last ? `${last.at}_${last.id}` : null }
}

function readCursor(cursor: string): { at: string; id: string } {
  const [, at, id] = /^([\dT:.-]{23}Z)_([\da-f-]{36})$/.exec(cursor) ?? []
  if (!at || !id) throw new Problem("invalid", "This cursor does not belong to this list. Begin again without one.")
  return { at, id }
}

function describeLine(row: typeof audit.$inferSelect): AuditLine {
  const { id, actorId, actorName, deed, subjectKind, subjectId, administrationId, detail, createdAt } = row
  const actorKind = row.actorKind as AuditLine["actorKind"]
  return {
    id,
    at: createdAt.toISOString(),
    actorKind,
    actorId,
    actorName,
    deed,
    subjectKind,
    subjectId,
    administrationId,
    detail,
  }
}
