import type { BulkPreview } from "@casepost/shared/bulk-messages"
import type { Facts } from "@casepost/shared/facts"
import { fillHtml, fillText, type Given } from "@casepost/shared/fill-placeholders"
import { type PlaceholderName, placeholders } from "@casepost/shared/placeholders"
import { and, eq, sql } from "drizzle-orm"
import { notHere } from "../../access/require-right.ts"
import { attachments } from "../../attachments/tables.ts"
import { cleanFilledHtml } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import { rowsOf, type Transaction } from "../../database.ts"
import { messages, recipients } from "../../messages/tables.ts"
import { authorOf } from "../author-of.ts"
import type { CaseRow } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"
import { isOwn, requireSeen } from "../require-bulk-message.ts"
import { comingMessage, requireCaseRow } from "./coming-message.ts"

/** The message one case gets, worked out now as its author would send it, or the one it got. @throws Problem not-found */
export async function previewBulkCase(
  context: Context,
  { id, position }: { id: string; position: number },
): Promise<BulkPreview> {
  const seen = await context.transaction(tx => requireSeen(context, tx, id))
  const author = isOwn(context, seen) ? context : await authorOf(context, seen)
  return context.transaction(async tx => {
    const bulk = await requireSeen(context, tx, id)
    const row = await requireCaseRow(context, tx, { id, position })
    const preview = row.messageId ? await sentPreview(tx, row) : await comingPreview(author, tx, { bulk, row })
    return { position, ...preview, ...(await placeOf(tx, bulk, position)) }
  })
}

type Shown = Omit<BulkPreview, "position" | "previous" | "next" | "place">

async function comingPreview(
  context: Context,
  tx: Transaction,
  { bulk, row }: { bulk: BulkRow; row: CaseRow },
): Promise<Shown> {
  const { chosen, judged, sender, people, files } = await comingMessage(context, tx, { bulk, row })
  const named = (role: string) =>
    people.flatMap(one => (one.role === role && one.leftOut === null ? (one.name ?? one.address ?? []) : []))
  const { facts } = chosen
  const text = judged.text ?? { subject: "", bodyHtml: "" }
  const filling = facts && { facts, ...(row.values ? { given: row.values } : {}) }
  return {
    customerName: chosen.now?.customerName ?? "",
    caseNumber: chosen.now?.number ?? "",
    check: judged.check,
    missing: judged.missing,
    reason: judged.reason,
    language: judged.language,
    from: sender.fromName,
    to: judged.address,
    cc: named("cc"),
    bcc: named("bcc"),
    subject: judged.filled?.subject ?? text.subject,
    subjectHtml: filling ? markedSubject(text.subject, filling) : escaped(text.subject),
    bodyHtml: filling ? fillHtml(text.bodyHtml, { ...filling, mark: marked }).text : text.bodyHtml,
    signatureHtml: sender.signatureHtml,
    files: [
      ...(bulk.content.attachInvoicePdf && chosen.now?.hasPdf ? [`${chosen.now.number}.pdf`] : []),
      ...files.map(file => file.name),
    ],
  }
}

async function sentPreview(tx: Transaction, row: CaseRow): Promise<Shown> {
  const [message] = await tx
    .select()
    .from(messages)
    .where(eq(messages.id, row.messageId ?? ""))
  if (!message) throw notHere()
  const people = await tx
    .select()
    .from(recipients)
    .where(eq(recipients.messageId, message.id))
    .orderBy(recipients.attemptId, recipients.position)
  const files = await tx
    .select({ name: attachments.name })
    .from(attachments)
    .where(and(eq(attachments.ownerKind, "message"), eq(attachments.ownerId, message.id)))
    .orderBy(attachments.position)
  const [about] = rowsOf<{ name: string; number: string }>(
    await tx.execute(sql`
      select c.name, coalesce(i.number, m.number, c.number) as number from customers c
      left join invoices i on i.id = ${row.caseId}::uuid left join matters m on m.id = ${row.caseId}::uuid
      where c.id = ${row.customerId}::uuid`),
  )
  const named = (role: string) => [
    ...new Set(
      people.flatMap(one => (one.role === role && one.state !== "left-out" ? (one.name ?? one.address ?? []) : [])),
    ),
  ]
  return {
    customerName: about?.name ?? "",
    caseNumber: about?.number ?? "",
    check: (row.check ?? "ready") as BulkPreview["check"],
    missing: [],
    reason: null,
    language: message.language as BulkPreview["language"],
    from: message.fromName,
    to: people.findLast(one => one.role === "to")?.address ?? null,
    cc: named("cc"),
    bcc: named("bcc"),
    subject: message.subject,
    subjectHtml: escaped(message.subject),
    bodyHtml: cleanFilledHtml(message.bodyHtml),
    signatureHtml: message.signatureHtml,
    files: files.map(file => file.name),
  }
}

/** Its neighbours among those that go out, and its number among them. */
async function placeOf(tx: Transaction, bulk: BulkRow, position: number) {
  const going =
    bulk.state === "writing"
      ? sql`not taken_out and "check" in ('ready', 'portal-only', 'suppressed')`
      : sql`(state = 'message' or (state = 'waiting' and not taken_out))`
  const [row] = rowsOf<{ previous: number | null; next: number | null; place: number; own: boolean }>(
    await tx.execute(sql`
      select max(position) filter (where position < ${position}) as previous, min(position) filter (where position > ${position}) as next,
        count(*) filter (where position <= ${position})::int as place, bool_or(position = ${position}) as own
      from bulk_message_cases where bulk_message_id = ${bulk.id}::uuid and ${going}`),
  )
  return { previous: row?.previous ?? null, next: row?.next ?? null, place: row?.own ? row.place : null }
}

/** A table ends the paragraph it stands in, which no mark can hold. */
function marked(name: PlaceholderName, value: string | undefined): string {
  if (value === undefined) return `<mark data-missing="">${placeholders[name]}</mark>`
  return value.startsWith("</p>") ? value : `<mark>${value}</mark>`
}

/** Characters of private use stand for the marks until everything is escaped; a value cannot bring its own. */
function markedSubject(subject: string, filling: { facts: Facts; given?: Given }): string {
  const plain = (text: string) => text.replace(/[\ue000-\ue002]/g, "")
  const mark = (name: PlaceholderName, value: string | undefined) =>
    value === undefined ? `\ue001${placeholders[name]}\ue002` : `\ue000${plain(value)}\ue002`
  return escaped(fillText(plain(subject), { ...filling, mark }).text)
    .replace(/\ue000/g, "<mark>")
    .replace(/\ue001/g, '<mark data-missing="">')
    .replace(/\ue002/g, "</mark>")
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
}
