import { normaliseAddress } from "@casepost/shared/addresses"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import { requireUser } from "../../access/require-right.ts"
import { attachments } from "../../attachments/tables.ts"
import { type Coming, coming } from "../../bulk-messages/cases/coming-message.ts"
import { countTestMail } from "../../bulk-messages/cases/count-test-mail.ts"
import { missingWords } from "../../bulk-messages/checking/judge-case.ts"
import { htmlToText } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import { isOneOf, type Transaction } from "../../database.ts"
import { requireTransport } from "../../messages/sending/prepare-message.ts"
import { mails } from "../tables.ts"
import { fromHeader } from "./from-header.ts"
import { renderEmail } from "./render-email.ts"

/**
 * Mails one of a bulk message's messages to whoever asks, marked as a test; its button leads nowhere, and nobody else gets it.
 * @throws Problem not-found, not-allowed, sending-off, placeholder-missing, too-many
 */
export async function testBulkMessage(
  context: Context,
  of: { id: string; position: number },
): Promise<{ address: string }> {
  const user = requireUser(context)
  requireTransport(context)
  const address = normaliseAddress(user.email)
  await context.transaction(async tx => {
    const message = await coming(context, tx, of)
    await countTestMail(context, tx, message.bulk)
    const { judged, sender, people, chosen } = message
    const { filled } = judged
    if (!filled || judged.missing.length > 0)
      throw new Problem(
        "placeholder-missing",
        filled ? `${missingWords(judged.missing)}. Fill it in, or test another message.` : "Nothing is written yet.",
      )
    const { administration } = chosen
    const files = await filesOf(tx, message)
    const inMail = message.bulk.content.filesInPortal ? [] : files
    const rendered = renderEmail({
      language: judged.language,
      subject: `[Test] ${filled.subject}`,
      bodyHtml: filled.bodyHtml,
      bodyText: htmlToText(filled.bodyHtml),
      signatureHtml: sender.signatureHtml,
      signatureText: sender.signatureHtml ? htmlToText(sender.signatureHtml) : "",
      authorName: user.name,
      senderName: administration.senderName,
      legalName: administration.legalName,
      brandColour: administration.brandColour,
      attachments: inMail,
      copyTo: people.flatMap(one => (one.role === "cc" && one.leftOut === null ? (one.name ?? one.address ?? []) : [])),
      replyHref: "#",
      inPortal: message.bulk.content.filesInPortal ? files.map(file => file.name) : [],
    })
    const { subject, html, text } = rendered
    const from = fromHeader(sender.fromName, administration.senderAddress)
    await tx.insert(mails).values({
      organisationId: context.organisationId,
      kind: "notice",
      address,
      content: { subject, paragraphs: [], test: { from, replyTo: user.email, html, text, files: inMail } },
      createdAt: context.now(),
    })
  })
  context.wakeDelivery()
  return { address }
}

async function filesOf(tx: Transaction, { files, chosen, bulk }: Coming) {
  const { name, contentType, size, fileKey, sha256, id } = attachments
  const shared = await tx
    .select({ id, name, contentType, size, fileKey, sha256 })
    .from(attachments)
    .where(
      isOneOf(
        id,
        files.map(file => file.id),
      ),
    )
  const own = bulk.content.attachInvoicePdf
    ? await tx
        .select({ id, name, contentType, size, fileKey, sha256 })
        .from(attachments)
        .where(and(eq(attachments.ownerKind, "invoice"), eq(attachments.ownerId, chosen.row.caseId)))
    : []
  return [...own, ...shared]
}
