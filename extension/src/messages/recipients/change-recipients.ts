import type { CaseDetail } from "@casepost/shared/cases"
import { type RecipientRole, recipientRoles } from "@casepost/shared/delivery"
import { type DraftContent, emptyContent } from "@casepost/shared/drafts"
import type { RecipientInput } from "@casepost/shared/messages"
import { addressOf, fromOption, keysOf, nameKeyOf, type People, tokenOf } from "../../relations/recipients/people"
import { addTyped, type Picked, removePicked } from "../../relations/recipients/picked"
import { words } from "../words"

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

/** What a row of a message holds, as a picker takes it. */
export function pickedOf(content: DraftContent, role: RecipientRole): Picked<RecipientInput> {
  return { recipients: content[role], names: content.names, unfinished: content.unfinished[role] ?? [] }
}

/** Puts what a row now holds into the message. Nobody stands twice: what is in To is taken out of CC and BCC, what is in CC out of BCC. */
export function changeRow(
  content: DraftContent,
  { role, picked }: { role: RecipientRole; picked: Picked<RecipientInput> },
  people: People,
): Pick<DraftContent, RecipientRole | "names" | "unfinished"> {
  const rows = { ...rowsOf(content), [role]: [...picked.recipients] }
  return {
    ...onceEach(rows, people),
    names: { ...content.names, ...picked.names },
    unfinished: { ...content.unfinished, [role]: [...picked.unfinished] },
  }
}

/** "info@jansen.example already stands in To.": who was put in a row and stays where they were, because nobody stands twice. */
export function elsewhereInWords(
  content: DraftContent,
  change: { role: RecipientRole; picked: Picked<RecipientInput> },
  people: People,
): string | undefined {
  const after = changeRow(content, change, people)
  const left = change.picked.recipients.find(one => !after[change.role].includes(one))
  const keys = left ? keysOf(left, people) : []
  const role = recipientRoles.find(
    other => other !== change.role && content[other].some(one => keysOf(one, people).some(key => keys.includes(key))),
  )
  if (!left || !role) return undefined
  const name = change.picked.names[nameKeyOf(left)] ?? addressOf(left, people) ?? ""
  return words.alreadyIn(name, words[role])
}

/** Addresses typed as To stay addresses: relations and colleagues are never taken there without asking. `left`: what there is no room for. */
export function addTypedTo(
  content: DraftContent,
  text: string,
  people: People,
): { change: Partial<DraftContent>; left: string[] } {
  const { picked, left } = addTyped(pickedOf(content, "to"), { text, isTypedRefused: false }, nobody)
  return { change: changeRow(content, { role: "to", picked }, people), left }
}

export function removeRecipient(content: DraftContent, role: RecipientRole, token: string): Partial<DraftContent> {
  return changeRow(content, { role, picked: removePicked(pickedOf(content, role), token) }, nobody)
}

/** Moves a recipient out of To into CC, as whoever it is. */
export function moveToCc(content: DraftContent, token: string, people: People): Partial<DraftContent> {
  const moved = content.to.find(recipient => tokenOf(recipient) === token)
  if (!moved) return {}
  const address = addressOf(moved, people)
  const person = address === undefined ? undefined : people.byAddress.get(address)
  const recipient: RecipientInput = person ? fromOption(person) : moved
  const left = { ...content, ...removeRecipient(content, "to", token) }
  const { recipients, names, unfinished } = pickedOf(left, "cc")
  const shown = person ? { ...names, [nameKeyOf(recipient)]: person.name } : names
  return changeRow(
    left,
    { role: "cc", picked: { recipients: [...recipients, recipient], names: shown, unfinished } },
    people,
  )
}

function rowsOf({ to, cc, bcc }: Rows): Rows {
  return { to, cc, bcc }
}

function onceEach(rows: Rows, people: People): Rows {
  const seen = new Set<string>()
  const kept: Rows = { to: [], cc: [], bcc: [] }
  for (const role of recipientRoles) {
    for (const recipient of rows[role]) {
      const keys = keysOf(recipient, people)
      if (keys.some(key => seen.has(key))) continue
      for (const key of keys) seen.add(key)
      kept[role].push(recipient)
    }
  }
  return kept
}
