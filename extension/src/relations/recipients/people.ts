import { normaliseAddress } from "@casepost/shared/addresses"
import type { RecipientInput } from "@casepost/shared/messages"
import type { RecipientOption } from "@casepost/shared/relations"
import { useMemo } from "react"
import { useRecipientOptions } from "../list-recipients"

/** The relations and colleagues of an administration, to be found by token and by address. */
export type People = {
  byToken: ReadonlyMap<string, RecipientOption>
  byAddress: ReadonlyMap<string, RecipientOption>
}

export function peopleOf(recipients: readonly RecipientOption[]): People {
  return {
    byToken: new Map(recipients.map(one => [`${one.kind}:${one.id}`, one])),
    byAddress: new Map(recipients.map(one => [normaliseAddress(one.address), one])),
  }
}

export function usePeople(administrationId: string, withMyself = false): People {
  const options = useRecipientOptions(administrationId, withMyself)
  return useMemo(() => peopleOf(options), [options])
}

/** The id of a recipient's token: `relation:…`, `colleague:…`, or its address. */
export function tokenOf(recipient: RecipientInput): string {
  if (recipient.kind === "relation") return `relation:${recipient.relationId}`
  if (recipient.kind === "colleague") return `colleague:${recipient.userId}`
  return normaliseAddress(recipient.address)
}

/** Under what a recipient's shown name is kept in a draft. */
export function nameKeyOf(recipient: RecipientInput): string {
  if (recipient.kind === "relation") return recipient.relationId
  if (recipient.kind === "colleague") return recipient.userId
  return recipient.address
}

/** Its address, where it is known here: a relation's and a colleague's are read when the message is sent. */
export function addressOf(recipient: RecipientInput, people: People): string | undefined {
  if (recipient.kind === "customer" || recipient.kind === "typed") return normaliseAddress(recipient.address)
  const person = people.byToken.get(tokenOf(recipient))
  return person && normaliseAddress(person.address)
}

/** The addresses among recipients that are addresses, and not relations or colleagues: what is asked about before sending. */
export function typedAddresses(recipients: readonly RecipientInput[]): string[] {
  return recipients.flatMap(one => ("address" in one ? normaliseAddress(one.address) : []))
}

/** A relation or colleague as a recipient. */
export function fromOption(
  person: RecipientOption,
): Extract<RecipientInput, { kind: "relation" }> | Extract<RecipientInput, { kind: "colleague" }> {
  return person.kind === "relation"
    ? { kind: "relation", relationId: person.id }
    : { kind: "colleague", userId: person.id }
}

/** By what two recipients are the same: token and address. */
export function keysOf(recipient: RecipientInput, people: People): string[] {
  return [tokenOf(recipient), addressOf(recipient, people)].filter(key => key !== undefined)
}
