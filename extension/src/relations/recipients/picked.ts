import type { RecipientInput } from "@casepost/shared/messages"
import { mostNoteRecipients } from "@casepost/shared/notes"
import { addressOf, keysOf, nameKeyOf, type People, tokenOf } from "./people"
import { type NamedRecipient, readTyped } from "./read-typed"

/** What a recipient picker holds. `names`: shown names by relation id, user id or address, as a draft keeps them. */
export type Picked<One> = {
  recipients: readonly One[]
  names: Readonly<Record<string, string>>
  unfinished: readonly string[]
}

/** How many stand in one field at most: recipients, and unfinished texts. */
export const mostInField = mostNoteRecipients

export const unfinishedToken = (text: string) => `unfinished:${text}`

/** Adds recipients; nobody stands twice. `left`: the addresses there is no room for. */
export function addPicked<One extends RecipientInput>(
  picked: Picked<One>,
  added: readonly NamedRecipient[],
  people: People,
): { picked: Picked<One | NamedRecipient["recipient"]>; left: string[] } {
  const recipients: (One | NamedRecipient["recipient"])[] = [...picked.recipients]
  const names = { ...picked.names }
  const left: string[] = []
  for (const { recipient, name } of added) {
    if (holds(recipients, recipient, people)) continue
    if (recipients.length >= mostInField) {
      left.push(addressOf(recipient, people) ?? name ?? "")
      continue
    }
    recipients.push(recipient)
    if (name) names[nameKeyOf(recipient)] = name
  }
  return { picked: { ...picked, recipients, names }, left }
}

/** Adds what was typed or pasted; `left` is what there is no room for, to stay in the field. */
export function addTyped<One extends RecipientInput>(
  picked: Picked<One>,
  typed: { text: string; isTypedRefused: boolean },
  people: People,
): { picked: Picked<One | NamedRecipient["recipient"]>; left: string[] } {
  const read = readTyped(typed.text, people, typed.isTypedRefused)
  const added = addPicked(picked, read.found, people)
  const unfinished = [...new Set([...picked.unfinished, ...read.unfinished])]
  return {
    picked: { ...added.picked, unfinished: unfinished.slice(0, mostInField) },
    left: [...added.left, ...unfinished.slice(mostInField)],
  }
}

export function removePicked<One extends RecipientInput>(picked: Picked<One>, token: string): Picked<One> {
  return {
    ...picked,
    recipients: picked.recipients.filter(recipient => tokenOf(recipient) !== token),
    unfinished: picked.unfinished.filter(text => unfinishedToken(text) !== token),
  }
}

/** The relations and colleagues among recipients that are not available here, with the names they were shown by. */
export function goneAmong<One extends RecipientInput>(
  { recipients, names }: Pick<Picked<One>, "recipients" | "names">,
  people: People,
): { token: string; name: string | undefined }[] {
  return recipients
    .filter(one => (one.kind === "relation" || one.kind === "colleague") && !people.byToken.has(tokenOf(one)))
    .map(one => ({ token: tokenOf(one), name: names[nameKeyOf(one)] }))
}

function holds(recipients: readonly RecipientInput[], recipient: RecipientInput, people: People): boolean {
  const keys = keysOf(recipient, people)
  return recipients.some(one => keysOf(one, people).some(key => keys.includes(key)))
}
