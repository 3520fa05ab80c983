import type { Attachment } from "@casepost/shared/attachments"
import type { CaseRef } from "@casepost/shared/cases"
import { type Draft, emptyContent } from "@casepost/shared/drafts"
import { visibleAdministrations } from "../access/require-right.ts"
import { seenFiles } from "../attachments/read-attachment.ts"
import { describeCases } from "../cases/describe-cases.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { leaveOutUnavailable } from "./leave-out-unavailable.ts"
import type { drafts } from "./tables.ts"

type Row = typeof drafts.$inferSelect

/**
 * Drafts as their writer sees them, in the order given; at most six queries for all of them. Left out are those of cases she may no
 * longer see, and in each the people and files that are no longer available.
 */
export async function describeDrafts(context: Context, tx: Transaction, rows: readonly Row[]): Promise<Draft[]> {
  const visible = visibleAdministrations(context)
  const cases = new Map((await describeCases(tx, rows.map(refOf), context.now())).map(one => [one.ref.id, one]))
  const files = await filesOf(context, tx, rows)
  const seen = rows.flatMap(row => {
    const about = cases.get(row.caseId)
    const isVisible = about && visible.includes(about.administrationId)
    const content = { ...emptyContent, ...row.content }
    const attachmentIds = content.attachmentIds.filter(id => files.has(id))
    return isVisible
      ? { row, about, administrationId: about.administrationId, content: { ...content, attachmentIds } }
      : []
  })
  const readable = await leaveOutUnavailable(tx, seen)
  return seen.map(({ row, about, content }, place) => ({
    id: row.id,
    kind: row.kind as Draft["kind"],
    caseRef: refOf(row),
    caseNumber: about.number,
    customerName: about.customerName,
    content,
    ...readable[place],
    leftOut: [
      ...(readable[place]?.leftOut ?? []),
      ...(content.attachmentIds.length < row.content.attachmentIds.length ? ["An attached file"] : []),
    ],
    attachments: row.content.attachmentIds.flatMap(id => files.get(id) ?? []),
    version: row.version,
    surface: row.surface,
    savedAt: row.savedAt.toISOString(),
  }))
}

export function refOf(row: Pick<Row, "caseKind" | "caseId">): CaseRef {
  return { kind: row.caseKind as CaseRef["kind"], id: row.caseId }
}

/** Without those that she may not see: a draft takes whatever ids it is given. */
async function filesOf(context: Context, tx: Transaction, rows: readonly Row[]): Promise<Map<string, Attachment>> {
  const ids = rows.flatMap(row => row.content.attachmentIds)
  if (ids.length === 0) return new Map()
  const files = await seenFiles(context, tx, ids)
  return new Map(files.map(({ id, name, contentType, size }) => [id, { id, name, contentType, size }]))
}
