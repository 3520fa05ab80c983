import type { CaseDetail } from "@casepost/shared/cases"
import { type RecipientRole, recipientRoles } from "@casepost/shared/delivery"
import { type DraftContent, emptyContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import { addressOf, type People, tokenOf } from "./people"

const nobody: People = { byToken: new Map(), byAddress: new Map() }

/** A new message about a case: to the customer's general address, with the standing copies in sight. */
export function newContent(
  of: Pick<CaseDetail, "generalAddress" | "standingCc" | "standingBcc">,
  subject = "",
): DraftContent {
  const copies = (addresses: readonly string[]): RecipientInput[] =>
    addresses.map(address => ({ kind: "typed", address }))
  const content: DraftContent = {
    ...emptyContent,
    to: of.generalAddress ? [{ kind: "customer", address: of.generalAddress }] : [],
    cc: copies(of.standingCc),
    bcc: copies(of.standingBcc),
    subject,
  }
  return { ...content, ...onceEach(content, nobody) }
}

type Rows = Pick<DraftContent, RecipientRole>
export type NamedRecipient = { recipient: RecipientInput; name?: string | undefined }

/** Adds recipients to a row. Nobody stands twice: what is in To is taken out of CC and BCC, what is in CC out of BCC. */
export function addRecipients(
  content: DraftContent,
  change: { role: RecipientRole; added: readonly NamedRecipient[] },
  people: People,
): Pick<DraftContent, RecipientRole | "names"> {
  const rows = {
    ...rowsOf(content),
    [change.role]: [...content[change.role], ...change.added.map(one => one.recipient)],
  }
  const names = { ...content.names }
  for (const { recipient, name } of change.added) if (name) names[nameKeyOf(recipient)] = name
  return { ...onceEach(rows, people), names }
}

export function removeRecipient(content: DraftContent, role: RecipientRole, token: string): Partial<DraftContent> {
  return { [role]: content[role].filter(recipient => tokenOf(recipient) !== token) }
}

/** Moves a recipient out of To into CC, as whoever it is. */
export function moveToCc(content: DraftContent, token: string, people: People): Partial<DraftContent> {
  const moved = content.to.find(recipient => tokenOf(recipient) === token)
  if (!moved) return {}
  const address = addressOf(moved, people)
  const person = address === undefined ? undefined : people.byAddress.get(address)
  const recipient: RecipientInput =
    person?.kind === "relation"
      ? { kind: "relation", relationId: person.id }
      : person
        ? { kind: "colleague", userId: person.id }
        : moved
  const left = { ...content, ...removeRecipient(content, "to", token) }
  return addRecipients(left, { role: "cc", added: [{ recipient, name: person?.name }] }, people)
}

/** Under what a recipient's shown name is kept in the draft. */
export function nameKeyOf(recipient: RecipientInput): string {
  if (recipient.kind === "relation") return recipient.relationId
  if (recipient.kind === "colleague") return recipient.userId
  return recipient.address
}

function rowsOf({ to, cc, bcc }: Rows): Rows {
  return { to, cc, bcc }
}

function onceEach(rows: Rows, people: People): Rows {
  const seen = new Set<string>()
  const kept: Rows = { to: [], cc: [], bcc: [] }
  for (const role of recipientRoles) {
    for (const recipient of rows[role]) {
      const keys = [tokenOf(recipient), addressOf(recipient, people)].filter(key => key !== undefined)
      if (keys.some(key => seen.has(key))) continue
      for (const key of keys) seen.add(key)
      kept[role].push(recipient)
    }
  }
  return kept
}
