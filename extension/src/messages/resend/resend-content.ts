import type { CaseDetail } from "@casepost/shared/cases"
import type { Recipient, RecipientRole } from "@casepost/shared/delivery"
import type { DraftContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import type { MessageEntry } from "@casepost/shared/timeline"
import { newContent } from "../recipients/change-recipients"

/** Who a resend goes to at first: today's general address, else the last To; the last attempt's copies. */
export function resendContent(
  of: Pick<CaseDetail, "generalAddress">,
  entry: Pick<MessageEntry, "attempts">,
): DraftContent {
  const last = entry.attempts.at(-1)?.recipients ?? []
  const start = newContent({ generalAddress: of.generalAddress, standingCc: [], standingBcc: [] })
  const names = Object.fromEntries(
    last.flatMap(one => {
      const key = one.relationId ?? one.userId ?? one.address
      return key && one.name ? [[key, one.name]] : []
    }),
  )
  return {
    ...start,
    to: start.to.length > 0 ? start.to : inputsOf(last, "to"),
    cc: inputsOf(last, "cc"),
    bcc: inputsOf(last, "bcc"),
    names,
  }
}

function inputsOf(recipients: readonly Recipient[], role: RecipientRole): RecipientInput[] {
  return recipients.filter(one => one.role === role).flatMap(one => inputOf(one) ?? [])
}

function inputOf(recipient: Recipient): RecipientInput | undefined {
  if (recipient.relationId) return { kind: "relation", relationId: recipient.relationId }
  if (recipient.userId) return { kind: "colleague", userId: recipient.userId }
  if (!recipient.address) return undefined
  const kind = recipient.kind === "customer" ? "customer" : "typed"
  return { kind, address: recipient.address }
}
