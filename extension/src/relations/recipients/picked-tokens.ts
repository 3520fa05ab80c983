import type { RecipientInput } from "@casepost/shared/messages"
import type { FieldToken } from "../../ui/tokens/token"
import { words } from "../words"
import type { AddressChecks } from "./check-addresses"
import { addressOf, nameKeyOf, type People, tokenOf } from "./people"
import { type Picked, unfinishedToken } from "./picked"
import { trustInWords, trustOf } from "./trust"

export type KnownOfPicked = {
  people: People
  checks: AddressChecks
  /** Addresses that stand there at first without anybody choosing them. */
  standing?: readonly string[] | undefined
  /** Tokens that something else than a hand put there, and what. */
  added?: { tokens: readonly string[]; by: string } | undefined
  /** Why typed addresses are not taken here. */
  typedRefused?: string | undefined
}

/** The tokens of a picker: who was picked, then what is unfinished, marked. */
export function pickedTokens(picked: Picked<RecipientInput>, known: KnownOfPicked): FieldToken[] {
  return [
    ...picked.recipients.map(recipient => tokenFor(recipient, picked.names, known)),
    ...unfinishedTokens(picked.unfinished, known.typedRefused),
  ]
}

export function unfinishedTokens(unfinished: readonly string[], typedRefused?: string): FieldToken[] {
  return unfinished.map(text => ({
    id: unfinishedToken(text),
    label: text,
    state: "not-valid",
    edits: text,
    hint: unfinishedInWords(text, typedRefused),
  }))
}

/** What is wrong with an unfinished recipient, to be said beside the field. */
export function unfinishedInWords(text: string, typedRefused?: string): string {
  return typedRefused && text.includes("@") ? typedRefused : words.notComplete(text)
}

function tokenFor(
  recipient: RecipientInput,
  names: Readonly<Record<string, string>>,
  { people, checks, standing, added }: KnownOfPicked,
): FieldToken {
  const id = tokenOf(recipient)
  const address = addressOf(recipient, people)
  const check = address === undefined ? undefined : checks.get(address)
  const person = people.byToken.get(id)
  const isPerson = recipient.kind === "relation" || recipient.kind === "colleague"
  const typedName = recipient.kind === "typed" ? recipient.name : undefined
  const ownName = check?.belongsTo === "other-customer" ? undefined : check?.name
  const name = person?.name ?? names[nameKeyOf(recipient)] ?? typedName ?? ownName ?? undefined
  const label = name ?? address ?? (recipient.kind === "colleague" ? words.colleague : words.relation)
  const isStanding = !isPerson && address !== undefined && (standing?.includes(address) ?? false)
  const trust = person?.suppressed ? "suppressed" : trustOf(check)
  const said = [...trustInWords(check), ...(isStanding ? [words.alwaysCopied] : [])]
  return {
    id,
    label,
    ...(name ? { name } : {}),
    ...(address === undefined ? {} : { address }),
    state: trust === "default" && !isPerson ? "typed" : trust,
    hint: [...(address && address !== label ? [address] : []), ...said].join(". ") || label,
    ...(isPerson || address === undefined ? {} : { edits: address }),
    ...(isStanding ? { isStanding } : {}),
    ...(added?.tokens.includes(id) ? { addedBy: added.by } : {}),
  }
}
