import { normaliseAddress } from "@casepost/shared/addresses"
import type { NoteRecipient, NoteRecipientInput } from "@casepost/shared/notes"
import type { RecipientOption } from "@casepost/shared/relations"

/** Who a recipient of the timeline is, by kind and address. A relation or colleague who is no longer here is left out, not mailed on. */
export function inputOf(recipient: NoteRecipient, people: readonly RecipientOption[]): NoteRecipientInput | undefined {
  const { kind, name } = recipient
  const address = normaliseAddress(recipient.address)
  if (kind === "typed") return { kind, address, ...(name ? { name } : {}) }
  const person = people.find(one => one.kind === kind && normaliseAddress(one.address) === address)
  if (!person) return undefined
  return person.kind === "relation"
    ? { kind: "relation", relationId: person.id }
    : { kind: "colleague", userId: person.id }
}
