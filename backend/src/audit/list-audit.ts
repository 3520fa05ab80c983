import type { AuditLine } from "@casepost/shared/audit"
import { desc, sql } from "drizzle-orm"
import { requireOrganisationAdministrator } from "../access/require-right.ts"
import type { Context } from "../context.ts"
import { readCursor, writeCursor } from "../cursor.ts"
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
      .where(
        after && sql`(${audit.createdAt}, ${audit.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      )
      .orderBy(desc(audit.createdAt), desc(audit.id))
      .limit(page.limit + 1),
  )
  const lines = rows.slice(0, page.limit).map(describeLine)
  const last = lines.at(-1)
  return {
    lines,
    nextCursor: rows.length > page.limit && last ? writeCursor({ at: new Date(last.at), id: last.id }) : null,
  }
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
