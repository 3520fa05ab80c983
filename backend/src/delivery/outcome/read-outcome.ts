import type { DeliveryState } from "@casepost/shared/delivery"
import * as z from "zod"

/** What an event means for the address it is about. */
export type Outcome = {
  state: DeliveryState
  /** In words for the sender. */
  reason: string | null
  stamp?: "sentAt" | "deliveredAt" | "openedAt" | "complainedAt"
  /** The address takes no mail any more. */
  suppress?: "bounce" | "complaint" | "provider"
}

/** What is read of an event's data; the rest, such as the address of a link that was clicked, is not even kept. */
export const EventDetail = z.object({
  bounce: z
    .object({
      type: z.string().optional(),
      subType: z.string().optional(),
      message: z.string().optional(),
      diagnosticCode: z.array(z.string()).optional(),
    })
    .optional(),
  failed: z.object({ reason: z.string().optional() }).optional(),
  suppressed: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
  /** Of the dispatcher's own events: what the provider said. */
  message: z.string().optional(),
})
export type EventDetail = z.infer<typeof EventDetail>

/** Reads an event's meaning (resend.com/docs/webhooks/event-types). None: it says nothing about delivery. */
export function readOutcome(type: string, detail: EventDetail, address: string): Outcome | undefined {
  switch (type) {
    case "casepost.accepted":
    case "email.sent":
      return { state: "sent", reason: null, stamp: "sentAt" }
    case "email.delivery_delayed":
      return {
        state: "delayed",
        reason: `The mail server of ${domainOf(address)} does not answer yet. It is tried again.`,
      }
    case "email.delivered":
      return { state: "delivered", reason: null, stamp: "deliveredAt" }
    case "email.opened":
      return { state: "opened-in-email", reason: null }
    case "casepost.opened":
      return { state: "opened", reason: null, stamp: "openedAt" }
    case "email.bounced":
      return readBounce(detail.bounce ?? {}, address)
    case "email.complained":
      return {
        state: "complained",
        reason: `${address} marked this message as spam.`,
        stamp: "complainedAt",
        suppress: "complaint",
      }
    case "email.suppressed":
      return {
        state: "suppressed",
        reason: `The e-mail provider no longer delivers to ${address}: an earlier message came back or was marked as spam.`,
        suppress: "provider",
      }
    case "email.failed":
      return { state: "failed", reason: said("This e-mail could not be sent.", detail.failed?.reason) }
    case "casepost.refused":
      return { state: "failed", reason: said("The e-mail provider did not accept this e-mail.", detail.message) }
    case "casepost.unknown":
      return {
        state: "unknown",
        reason: "It is not certain that this e-mail went out. Ask whether it arrived, or send it again.",
      }
    default:
      return undefined
  }
}

/** Only a permanent bounce says that the address itself is no good (resend.com/docs/dashboard/emails/email-bounces). */
function readBounce(bounce: NonNullable<EventDetail["bounce"]>, address: string): Outcome {
  const { type = "", subType = "" } = bounce
  if (type === "Permanent" && (subType === "Suppressed" || subType === "OnAccountSuppressionList"))
    return {
      state: "suppressed",
      reason: `The e-mail provider no longer delivers to ${address}: an earlier message came back.`,
      suppress: "provider",
    }
  if (type === "Permanent") return { state: "bounced", reason: whyPermanent(bounce, address), suppress: "bounce" }
  const domain = domainOf(address)
  const soft: Record<string, string> = {
    MailboxFull: `The mailbox of ${address} is full.`,
    MessageTooLarge: `The mail server of ${domain} found this message too large.`,
    ContentRejected: `The mail server of ${domain} did not accept the text of this message.`,
    AttachmentRejected: `The mail server of ${domain} did not accept an attachment of this message.`,
  }
  if (soft[subType]) return { state: "bounced", reason: soft[subType] }
  // A transient bounce without a cause is often only an out-of-office answer.
  if (type === "Transient" || type === "Temporary")
    return { state: "delayed", reason: `The mail server of ${domain} did not take this message yet.` }
  return { state: "bounced", reason: `The mail server of ${domain} sent this message back without saying why.` }
}

function whyPermanent(bounce: NonNullable<EventDetail["bounce"]>, address: string): string {
  const said = `${bounce.message ?? ""} ${bounce.diagnosticCode?.join(" ") ?? ""}`
  if (/5\.1\.2|5\.4\.4|domain.*(not found|does not exist)|host.*not found/i.test(said))
    return `${domainOf(address)} takes no e-mail: this domain does not exist.`
  if (/5\.7\.|blocked|denied|policy|spam/i.test(said))
    return `The mail server of ${domainOf(address)} refuses messages from this sender.`
  return `${address} does not exist.`
}

function said(sentence: string, more: string | undefined): string {
  return more ? `${sentence} It says: ${more.slice(0, 300)}` : sentence
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1)
}
