import { normaliseAddress } from "@casepost/shared/addresses"
import type { CaseKind } from "@casepost/shared/cases"
import { mostRecipients, type RecipientInput } from "@casepost/shared/messages"
import { htmlToText } from "../../clean-html.ts"
import { newId } from "../../columns.ts"
import type { Context } from "../../context.ts"
import type { NewMessage, NewRecipient } from "../../messages/many/write-messages.ts"
import type { CopiedPerson } from "../../relations/copied-people.ts"
import type { Judged } from "../checking/judge-case.ts"
import type { Chosen } from "../checking/read-chosen.ts"
import type { BulkRow } from "../checking/tally.ts"

/** What the messages of an administration have in common. */
export type Sender = { fromName: string; signatureHtml: string | null; people: Map<string, CopiedPerson> }

/** The message one case gets; none where nothing was written for it. */
export function makeMessage(
  bulk: BulkRow,
  { chosen, judged, sender }: { chosen: Chosen; judged: Judged; sender: Sender },
): NewMessage | undefined {
  const { row, administration } = chosen
  const { filled, language } = judged
  if (!filled) return undefined
  return {
    id: newId(),
    administrationId: row.administrationId,
    customerId: row.customerId,
    caseKind: row.caseKind as CaseKind,
    caseId: row.caseId,
    subject: filled.subject,
    bodyHtml: filled.bodyHtml,
    bodyText: htmlToText(filled.bodyHtml),
    signatureHtml: sender.signatureHtml,
    fromName: sender.fromName,
    fromAddress: administration.senderAddress,
    replyAddress: administration.replyAddress,
    language,
    recipients: recipientsOf(bulk, { chosen, judged, sender }),
  }
}

/** The customer's general address, or the portal only; then the copies, one an address, To before CC before BCC. */
export function recipientsOf(
  bulk: BulkRow,
  { chosen, judged, sender }: { chosen: Chosen; judged: Pick<Judged, "address">; sender: Pick<Sender, "people"> },
): NewRecipient[] {
  const { now } = chosen
  const customer: NewRecipient = {
    ...nobody,
    role: "to",
    kind: "customer",
    address: judged.address,
    name: judged.address === null ? null : (now?.contactName ?? null),
    contactId: judged.address === null ? null : (now?.contactId ?? null),
  }
  const standing = (addresses: string[] | undefined): RecipientInput[] =>
    (addresses ?? []).map(address => ({ kind: "typed", address: normaliseAddress(address) }))
  const copies = [
    ...[...bulk.content.cc, ...standing(now?.standingCc)].map(input => copyOf("cc", input, { bulk, sender })),
    ...[...bulk.content.bcc, ...standing(now?.standingBcc)].map(input => copyOf("bcc", input, { bulk, sender })),
  ]
  const seen = new Set<string>()
  return [customer, ...copies]
    .filter(one => {
      if (one.address === null) return true
      if (seen.has(one.address)) return false
      seen.add(one.address)
      return true
    })
    .slice(0, mostRecipients)
}

const nobody = { relationId: null, userId: null, contactId: null, leftOut: null }

function copyOf(
  role: "cc" | "bcc",
  input: RecipientInput,
  { bulk, sender }: { bulk: BulkRow; sender: Pick<Sender, "people"> },
): NewRecipient {
  const { names } = bulk.content
  if (input.kind === "relation" || input.kind === "colleague") {
    const id = input.kind === "relation" ? input.relationId : input.userId
    const person = sender.people.get(id)
    const whose = input.kind === "relation" ? { relationId: id } : { userId: id }
    const name = person?.name ?? names[id] ?? null
    return {
      ...nobody,
      ...whose,
      role,
      kind: input.kind,
      name,
      address: person ? normaliseAddress(person.address) : null,
      leftOut: person ? null : `${name ?? `This ${input.kind}`} is not available here.`,
    }
  }
  const name = input.kind === "typed" ? (input.name ?? names[input.address] ?? null) : null
  return { ...nobody, role, kind: "typed", name, address: input.address }
}

/** `Sanne de Wit via Van der Meer Bouwmaterialen`; an API key writes as the administration itself. */
export function fromNameOf({ actor }: Context, senderName: string): string {
  return actor.kind === "user" ? `${actor.name} via ${senderName}` : senderName
}
