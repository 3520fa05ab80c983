import type { Language } from "@casepost/shared/organisations"
import { Problem } from "@casepost/shared/problems"
import { and, eq } from "drizzle-orm"
import type { FoundCase } from "../../cases/find-case.ts"
import { languageOf } from "../../cases/language-of.ts"
import { contacts } from "../../cases/tables.ts"
import { cleanHtml, htmlToText } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { signatureFor } from "../../signatures/resolve-signature.ts"
import { type ChosenRecipients, type ResolvedRecipient, resolveRecipients } from "../recipients/resolve-recipients.ts"

/** Everything a message will be, before anything is written: the same for sending and for its preview. */
export type PreparedMessage = {
  fromName: string
  fromAddress: string
  replyAddress: string
  subject: string
  bodyHtml: string
  bodyText: string
  signatureHtml: string | null
  language: Language
  /** To, CC, BCC, one an address; at least one. */
  recipients: ResolvedRecipient[]
  /** E-mails that will go out: one an address that still takes mail. */
  mails: number
  /** No To address: the customer reads it in the portal. */
  portalOnly: boolean
}

/**
 * Works out sender, clean text, signature, language and recipients of a message about a case; writes nothing.
 * @throws Problem invalid, relation-unavailable, relation-as-to
 */
export async function prepareMessage(
  context: Context,
  tx: Transaction,
  { found, content }: { found: FoundCase; content: ChosenRecipients & { subject: string; bodyHtml: string } },
): Promise<PreparedMessage> {
  const recipients = await resolveRecipients(tx, { found, chosen: content })
  const signature = await signatureFor(tx, context, found.administrationId)
  const bodyHtml = cleanHtml(content.bodyHtml)
  return {
    fromName: fromName(context, found.administration.senderName),
    fromAddress: found.administration.senderAddress,
    replyAddress: found.administration.replyAddress,
    subject: content.subject,
    bodyHtml,
    bodyText: htmlToText(bodyHtml),
    signatureHtml: signature.html ? cleanHtml(signature.html) : null,
    language: await languageOfCase(tx, found),
    recipients,
    mails: recipients.filter(one => one.address !== null && !one.suppressed).length,
    portalOnly: recipients.every(one => one.role !== "to" || one.address === null),
  }
}

/** `Sanne de Wit via Van der Meer Bouwmaterialen`; an API key writes as the administration itself. */
function fromName({ actor }: Context, senderName: string): string {
  return actor.kind === "user" ? `${actor.name} via ${senderName}` : senderName
}

async function languageOfCase(tx: Transaction, found: FoundCase): Promise<Language> {
  const [general] = await tx
    .select({ language: contacts.language })
    .from(contacts)
    .where(and(eq(contacts.customerId, found.customerId), eq(contacts.purpose, "general")))
  return languageOf({
    contact: general?.language ?? null,
    customer: found.customerLanguage,
    administration: found.administration,
  })
}

/** Without a transport nothing ever leaves, portal-only messages included. @throws Problem sending-off */
export function requireTransport({ config }: Pick<Context, "config">): void {
  if (config.local || config.resend.apiKey) return
  throw new Problem(
    "sending-off",
    "This server has no e-mail provider, so nothing was sent. Your text is safe; ask your administrator to set RESEND_API_KEY.",
  )
}

/** @throws Problem do-not-message with the reason somebody gave */
export function requireMessageable(found: FoundCase): void {
  if (found.doNotMessage)
    throw new Problem(
      "do-not-message",
      `${found.customerName} is marked "do not message": ${found.doNotMessage} Take the mark away on the customer first.`,
    )
}
