import type { StandardMessage } from "@casepost/shared/standard-messages"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import { copyFiles } from "../attachments/keep-files.ts"
import { recordAudit } from "../audit/record-audit.ts"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { describeStandardMessage, readTexts } from "./describing/describe-standard-message.ts"
import { readDefaultRecipients } from "./describing/read-default-recipients.ts"
import { requireStandardMessage, type StandardMessageRow } from "./require-standard-message.ts"
import { standardMessages } from "./tables.ts"
import { findCalled, holdDescriptions, requireRoom } from "./writing/hold-descriptions.ts"
import { writeContent } from "./writing/write-content.ts"

/** Characters a description has at most. */
const mostCharacters = 200

/**
 * Copies a standard message that one may see into an administration where one is administrator, its own if none is given, with its files.
 * Default recipients that are not available there are left out of the copy and named.
 * @throws Problem not-found, not-allowed, too-large (more than 5,000 there)
 */
export async function copyStandardMessage(
  context: Context,
  { id, administrationId: asked }: { id: string; administrationId?: string | undefined },
): Promise<{ standardMessage: StandardMessage; leftOut: string[] }> {
  return context.transaction(async tx => {
    const original = await requireStandardMessage(context, tx, { id, right: "restricted" })
    const administrationId = asked ?? original.administrationId
    if (!validate(administrationId)) throw notHere()
    requireRight(context, administrationId, "administrator")
    await holdDescriptions(tx, administrationId)
    await requireRoom(tx, administrationId)
    const { copyId, leftOut } = await writeCopy(context, tx, { original, administrationId })
    const copy = await requireStandardMessage(context, tx, { id: copyId, right: "administrator" })
    await recordAudit(tx, context, {
      deed: "copyStandardMessage",
      subject: { kind: "standard-message", id: copyId },
      administrationId,
      detail: { description: copy.description, of: original.description, ...(leftOut.length > 0 ? { leftOut } : {}) },
    })
    const answer = { standardMessage: await describeStandardMessage(tx, copy), leftOut }
    await context.rememberAnswer(tx, answer)
    return answer
  })
}

async function writeCopy(
  context: Context,
  tx: Transaction,
  { original, administrationId }: { original: StandardMessageRow; administrationId: string },
): Promise<{ copyId: string; leftOut: string[] }> {
  const copyId = newId()
  const { organisationId } = context
  const { attachInvoicePdf } = original
  const at = context.now()
  const description = await freeDescription(tx, { administrationId, description: original.description })
  // Available or not is seen from where the copy will stand.
  const { cc, bcc } = await readDefaultRecipients(tx, { id: original.id, administrationId })
  const defaults = [
    ...cc.map(one => ({ role: "cc" as const, ...one })),
    ...bcc.map(one => ({ role: "bcc" as const, ...one })),
  ]
  await tx.insert(standardMessages).values({
    id: copyId,
    organisationId,
    administrationId,
    description,
    attachInvoicePdf,
    createdAt: at,
    updatedAt: at,
  })
  await writeContent(tx, {
    organisationId,
    standardMessageId: copyId,
    texts: await readTexts(tx, original.id),
    recipients: defaults
      .filter(one => one.available)
      .map(({ role, recipient, name }) => ({
        role,
        recipient,
        name: recipient.kind === "typed" ? (recipient.name ?? null) : name,
      })),
  })
  await copyFiles(context, tx, { from: original.id, to: copyId })
  return { copyId, leftOut: defaults.filter(one => !one.available).map(one => one.name) }
}

/** `Second reminder`, or where that is taken `Second reminder (copy)`, `Second reminder (copy 2)` … */
async function freeDescription(
  tx: Transaction,
  { administrationId, description }: { administrationId: string; description: string },
): Promise<string> {
  for (let copies = 0; ; copies++) {
    const ending = copies === 0 ? "" : copies === 1 ? " (copy)" : ` (copy ${copies})`
    const tried = description.slice(0, mostCharacters - ending.length) + ending
    if (!(await findCalled(tx, { administrationId, description: tried }))) return tried
  }
}
