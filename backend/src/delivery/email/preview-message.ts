import type { DeedInput, DeedResult } from "@casepost/shared/contract"
import type { deeds } from "@casepost/shared/messages"
import { eq } from "drizzle-orm"
import { seenFiles } from "../../attachments/read-attachment.ts"
import { requireCase } from "../../cases/require-case.ts"
import { cleanFilledHtml, htmlToText } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { prepareMessage } from "../../messages/sending/prepare-message.ts"
import { administrations } from "../../organisations/tables.ts"
import { renderEmail } from "./render-email.ts"

type Preview = typeof deeds.previewMessage

/**
 * What the customer will get, rendered as the mail will be; nothing is written. An address that still asks for confirmation is shown as
 * if it were confirmed, a placeholder without a value as it was written. @throws Problem not-found, not-allowed, relation-unavailable, invalid
 */
export async function previewMessage(
  context: Context,
  { caseRef, attachmentIds, ...content }: DeedInput<Preview>["body"],
): Promise<DeedResult<Preview>> {
  return context.transaction(async tx => {
    const found = await requireCase(context, tx, caseRef, "standard")
    const confirmedTo = content.to.flatMap(one => ("address" in one ? one.address : []))
    const prepared = await prepareMessage(context, tx, { found, content: { ...content, confirmedTo } })
    const [administration] = await tx
      .select({ legalName: administrations.legalName, brandColour: administrations.brandColour })
      .from(administrations)
      .where(eq(administrations.id, found.administrationId))
    const { senderName } = found.administration
    const copyTo = prepared.recipients.filter(one => one.role === "cc").flatMap(one => one.name || one.address || [])
    const rendered = renderEmail({
      language: prepared.language,
      subject: prepared.subject,
      bodyHtml: prepared.bodyHtml,
      bodyText: prepared.bodyText,
      signatureHtml: prepared.signatureHtml,
      signatureText: prepared.signatureHtml ? htmlToText(prepared.signatureHtml) : "",
      authorName: context.actor.kind === "user" ? context.actor.name : senderName,
      senderName,
      legalName: administration?.legalName ?? senderName,
      brandColour: administration?.brandColour ?? "",
      attachments: await filesOf(context, tx, attachmentIds),
      copyTo,
      replyHref: "#",
    })
    return {
      from: prepared.fromName,
      subject: prepared.subject,
      bodyHtml: cleanFilledHtml(prepared.bodyHtml),
      signatureHtml: prepared.signatureHtml,
      copyTo,
      mails: prepared.mails,
      portalOnly: prepared.portalOnly,
      missing: prepared.filled.missing,
      unknown: prepared.filled.unknown,
      emailHtml: rendered.html,
    }
  })
}

/** The names of those that she may see, in the order given: uploads of her own, a standard message's, an invoice's. */
async function filesOf(context: Context, tx: Transaction, asked: string[]) {
  if (asked.length === 0) return []
  const seen = new Map((await seenFiles(context, tx, asked)).map(file => [file.id, file]))
  return [...new Set(asked)].flatMap(id => seen.get(id) ?? [])
}
