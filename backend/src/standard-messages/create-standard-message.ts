import type { SaveStandardMessageBody, StandardMessage } from "@casepost/shared/standard-messages"
import { validate } from "uuid"
import { notHere, requireRight } from "../access/require-right.ts"
import { keepFiles } from "../attachments/keep-files.ts"
import { recordAudit } from "../audit/record-audit.ts"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import { describeStandardMessage } from "./describing/describe-standard-message.ts"
import { requireStandardMessage } from "./require-standard-message.ts"
import { standardMessages } from "./tables.ts"
import { checkRecipients } from "./writing/check-recipients.ts"
import { checkTexts } from "./writing/check-texts.ts"
import { holdDescriptions, requireFreeDescription, requireRoom } from "./writing/hold-descriptions.ts"
import { writeContent } from "./writing/write-content.ts"

/**
 * Adds a standard message to an administration; it can be chosen at once.
 * @throws Problem not-found, not-allowed, invalid, placeholder-unknown, relation-unavailable, already-exists (the description),
 * attachment-refused, too-large (files, or more than 5,000)
 */
export async function createStandardMessage(
  context: Context,
  body: SaveStandardMessageBody & { administrationId: string },
): Promise<StandardMessage> {
  const { administrationId, description, attachInvoicePdf, cc, bcc, attachmentIds } = body
  if (!validate(administrationId)) throw notHere()
  requireRight(context, administrationId, "administrator")
  const { organisationId } = context
  const texts = checkTexts(body.texts)
  return context.transaction(async tx => {
    await holdDescriptions(tx, administrationId)
    await requireFreeDescription(tx, { administrationId, description })
    await requireRoom(tx, administrationId)
    const recipients = await checkRecipients(tx, { administrationId, cc, bcc })
    const id = newId()
    const at = context.now()
    await tx
      .insert(standardMessages)
      .values({ id, organisationId, administrationId, description, attachInvoicePdf, createdAt: at, updatedAt: at })
    await writeContent(tx, { organisationId, standardMessageId: id, texts, recipients })
    await keepFiles(context, tx, { standardMessageId: id, ids: attachmentIds })
    await recordAudit(tx, context, {
      deed: "createStandardMessage",
      subject: { kind: "standard-message", id },
      administrationId,
      detail: { description, languages: texts.map(text => text.language) },
    })
    const made = await requireStandardMessage(context, tx, { id, right: "administrator" })
    const answer = await describeStandardMessage(tx, made)
    await context.rememberAnswer(tx, answer)
    return answer
  })
}
