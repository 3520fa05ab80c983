import { normaliseAddress } from "@casepost/shared/addresses"
import type { RecipientInput } from "@casepost/shared/messages"
import type { RecipientOption } from "@casepost/shared/relations"
import { useMemo } from "react"
import { useRecipients } from "../../relations/list-recipients"

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

export function usePeople(administrationId: string): People {
  const recipients = useRecipients(administrationId)
  return useMemo(() => peopleOf(recipients.data?.recipients ?? []), [recipients.data])
}

/** The id of a recipient's token: `relation:…`, `colleague:…`, or its address. */
export function tokenOf(recipient: RecipientInput): string {
  if (recipient.kind === "relation") return `relation:${recipient.relationId}`
  if (recipient.kind === "colleague") return `colleague:${recipient.userId}`
  return normaliseAddress(recipient.address)
}

/** Its address, where it is known here: a relation's and a colleague's are read when the message is sent. */
export function addressOf(recipient: RecipientInput, people: People): string | undefined {
  if (recipient.kind === "customer" || recipient.kind === "typed") return normaliseAddress(recipient.address)
  const person = people.byToken.get(tokenOf(recipient))
  return person && normaliseAddress(person.address)
}

export function fromOption(person: RecipientOption): RecipientInput {
  return person.kind === "relation"
    ? { kind: "relation", relationId: person.id }
    : { kind: "colleague", userId: person.id }
}
