import { words } from "../words"
import type { FieldToken } from "./token"

/** A token field as far as it is spoken about. */
export type SpokenField = { label: string; tokens: readonly Pick<FieldToken, "id" | "label" | "address">[] }
type SpokenToken = SpokenField["tokens"][number]

/** What changed in fields that stand together, in one sentence to be announced: added, removed, or moved from one to another. */
export function changesInWords(before: readonly SpokenField[], after: readonly SpokenField[]): string {
  const said: string[] = []
  for (const field of after) {
    const was = fieldCalled(before, field.label)
    const added = field.tokens.filter(token => !holds(was, token))
    const removed = (was?.tokens ?? []).filter(token => !holds(field, token))
    const moved = added.filter(token => before.some(other => other.label !== field.label && holds(other, token)))
    const fresh = added.filter(token => !moved.includes(token))
    const gone = removed.filter(token => !after.some(other => holds(other, token)))
    if (fresh.length > 0) said.push(words.recipients.added(names(fresh), field.label, field.tokens.length))
    if (moved.length > 0) said.push(words.recipients.moved(names(moved), field.label, field.tokens.length))
    if (gone.length > 0) said.push(words.recipients.removed(names(gone), field.label, field.tokens.length))
  }
  return said.join(" ")
}

function fieldCalled(fields: readonly SpokenField[], label: string): SpokenField | undefined {
  return fields.find(field => field.label === label)
}

/** The same person may stand as an address in one field and by name in another. */
function holds(field: SpokenField | undefined, { id, address }: SpokenToken): boolean {
  return field?.tokens.some(one => one.id === id || (address !== undefined && one.address === address)) ?? false
}

function names(tokens: readonly { label: string }[]): string {
  return tokens.map(token => token.label).join(", ")
}
