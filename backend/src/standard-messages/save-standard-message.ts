import { Problem } from "@casepost/shared/problems"
import type { SaveStandardMessageBody, StandardMessage } from "@casepost/shared/standard-messages"
import { eq } from "drizzle-orm"
import { keepFiles } from "../attachments/keep-files.ts"
import { recordAudit } from "../audit/record-audit.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeStandardMessage } from "./describing/describe-standard-message.ts"
import { keyOf } from "./describing/read-default-recipients.ts"
import { requireStandardMessage, type StandardMessageRow } from "./require-standard-message.ts"
import { standardMessages } from "./tables.ts"
import { checkRecipients } from "./writing/check-recipients.ts"
import { checkTexts } from "./writing/check-texts.ts"
import { holdDescriptions, requireFreeDescription } from "./writing/hold-descriptions.ts"
import { writeContent } from "./writing/write-content.ts"

type Changes = SaveStandardMessageBody & { id: string; version: number }

/**
 * Changes a standard message. What was begun with it keeps the text it has: drafts, scheduled and bulk messages.
 * @throws Problem not-found, not-allowed, stale-draft (saved elsewhere since `version`), invalid, placeholder-unknown,
 * relation-unavailable, already-exists (the description), attachment-refused, too-large
 */
export async function saveStandardMessage(context: Context, changes: Changes): Promise<StandardMessage> {
  return context.transaction(async tx => {
    const { administrationId } = await requireStandardMessage(context, tx, { id: changes.id, right: "administrator" })
    const texts = checkTexts(changes.texts)
    await holdDescriptions(tx, administrationId)
    const row = await requireStandardMessage(context, tx, { id: changes.id, right: "administrator", hold: true })
    if (row.version !== changes.version) throw stale()
    const before = await describeStandardMessage(tx, row)
    if (changes.description !== row.description)
      await requireFreeDescription(tx, { administrationId, description: changes.description, not: row.id })
    await write(context, tx, { row, before, changes: { ...changes, texts } })
    const saved = await requireStandardMessage(context, tx, { id: row.id, right: "administrator" })
    const after = await describeStandardMessage(tx, saved)
    await recordAudit(tx, context, {
      deed: "saveStandardMessage",
      subject: { kind: "standard-message", id: row.id },
      administrationId,
      detail: { description: after.description, ...changed(before, after) },
    })
    return after
  })
}

async function write(
  context: Context,
  tx: Transaction,
  { row, before, changes }: { row: StandardMessageRow; before: StandardMessage; changes: Changes },
): Promise<void> {
  const { id, administrationId, organisationId } = row
  const { description, attachInvoicePdf, texts, cc, bcc, attachmentIds } = changes
  const names = new Map([...before.cc, ...before.bcc].map(one => [keyOf(one.recipient), one.name]))
  const recipients = await checkRecipients(tx, { administrationId, cc, bcc, before: names })
  await tx
    .update(standardMessages)
    .set({ description, attachInvoicePdf, version: row.version + 1, updatedAt: context.now() })
    .where(eq(standardMessages.id, id))
  await writeContent(tx, { organisationId, standardMessageId: id, texts, recipients })
  await keepFiles(context, tx, { standardMessageId: id, ids: attachmentIds })
}

function stale(): Problem {
  return new Problem(
    "stale-draft",
    "Somebody else saved this standard message meanwhile. Nothing was overwritten: look at the other text, then save yours again.",
  )
}

/** What changed, as it was and as it is; of texts and files only that. */
function changed(before: StandardMessage, after: StandardMessage): Record<string, unknown> {
  const told = (of: StandardMessage) => ({
    description: of.description,
    attachInvoicePdf: of.attachInvoicePdf,
    cc: of.cc.map(one => one.name),
    bcc: of.bcc.map(one => one.name),
    files: of.attachments.map(file => file.name),
    languages: of.texts.map(text => text.language),
  })
  const [was, is] = [told(before), told(after)]
  const fields = (Object.keys(was) as (keyof typeof was)[]).filter(
    field => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  )
  const isRewritten = JSON.stringify(before.texts) !== JSON.stringify(after.texts)
  return {
    ...(fields.length > 0
      ? { changed: Object.fromEntries(fields.map(field => [field, { from: was[field], to: is[field] }])) }
      : {}),
    ...(isRewritten ? { textChanged: true } : {}),
  }
}
