import type { Language } from "@casepost/shared/organisations"
import { placeholdersIn } from "@casepost/shared/placeholders"
import { Problem } from "@casepost/shared/problems"
import { notHere } from "../../access/require-right.ts"
import { factsOfCases } from "../../cases/facts/facts-of-cases.ts"
import { senderOf } from "../../cases/facts/get-facts.ts"
import type { FoundCase } from "../../cases/find-case.ts"
import { cleanHtml, htmlToText } from "../../clean-html.ts"
import type { Context } from "../../context.ts"
import type { Transaction } from "../../database.ts"
import { signatureFor } from "../../signatures/resolve-signature.ts"
import { type ChosenRecipients, type ResolvedRecipient, resolveRecipients } from "../recipients/resolve-recipients.ts"
import { type Content, type FilledContent, fillContent } from "./fill-content.ts"

/** Everything a message will be, before anything is written: the same for sending and for its preview. */
export type PreparedMessage = {
  fromName: string
  fromAddress: string
  replyAddress: string
  /** With its placeholders filled, as far as there are values: `filled` says what is missing. */
  subject: string
  bodyHtml: string
  bodyText: string
  /** As it was written, cleaned; none where it had no placeholders. */
  source: Content | null
  filled: FilledContent
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
 * Works out sender, clean and filled text, signature, language and recipients of a message about a case; writes nothing.
 * @throws Problem invalid, relation-unavailable, relation-as-to
 */
export async function prepareMessage(
  context: Context,
  tx: Transaction,
  { found, content }: { found: FoundCase; content: ChosenRecipients & Content },
): Promise<PreparedMessage> {
  const recipients = await resolveRecipients(tx, { found, chosen: content })
  const signature = await signatureFor(tx, context, found.administrationId)
  const written = { subject: content.subject, bodyHtml: cleanHtml(content.bodyHtml) }
  const { language, filled, hasPlaceholders } = await fillFor(context, tx, { found, written })
  return {
    fromName: fromName(context, found.administration.senderName),
    fromAddress: found.administration.senderAddress,
    replyAddress: found.administration.replyAddress,
    subject: filled.subject,
    bodyHtml: filled.bodyHtml,
    bodyText: htmlToText(filled.bodyHtml),
    source: hasPlaceholders ? written : null,
    filled,
    signatureHtml: signature.html,
    language,
    recipients,
    mails: recipients.filter(one => one.address !== null && !one.suppressed).length,
    portalOnly: recipients.every(one => one.role !== "to" || one.address === null),
  }
}

/** `Sanne de Wit via Van der Meer Bouwmaterialen`; an API key writes as the administration itself. */
function fromName({ actor }: Context, senderName: string): string {
  return actor.kind === "user" ? `${actor.name} via ${senderName}` : senderName
}

async function fillFor(
  context: Context,
  tx: Transaction,
  { found, written }: { found: FoundCase; written: Content },
): Promise<{ language: Language; filled: FilledContent; hasPlaceholders: boolean }> {
  const names = placeholdersIn(written.subject, written.bodyHtml)
  const asked = { refs: [found.ref], sender: senderOf(context), now: context.now(), only: names }
  const facts = (await factsOfCases(tx, asked)).get(found.ref.id)
  if (!facts) throw notHere()
  const filled = fillContent({ ...written, facts })
  return { language: facts.language, filled, hasPlaceholders: names.length > 0 }
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
