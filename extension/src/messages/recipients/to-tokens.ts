import type { DraftContent } from "@casepost/shared/drafts"
import type { AddressCheck, RecipientInput } from "@casepost/shared/messages"
import type { AddressChecks } from "../../relations/recipients/check-addresses"
import { addressOf, nameKeyOf, type People, tokenOf } from "../../relations/recipients/people"
import { unfinishedTokens } from "../../relations/recipients/picked-tokens"
import { suppressedWhy } from "../../relations/recipients/trust"
import type { FieldToken, TokenState } from "../../ui/tokens/token"
import { words } from "../words"

export type Known = { people: People; checks: AddressChecks; confirmedTo: readonly string[] }

/** The tokens of To: addresses, whoever they belong to; unfinished texts stand at its end, marked. */
export function toTokens(content: DraftContent, known: Known): FieldToken[] {
  return [
    ...content.to.map(recipient => tokenFor(recipient, content.names, known)),
    ...unfinishedTokens(content.unfinished.to ?? []),
  ]
}

function tokenFor(recipient: RecipientInput, names: DraftContent["names"], known: Known): FieldToken {
  const label = addressOf(recipient, known.people) ?? ""
  const check = known.checks.get(label)
  const name = names[nameKeyOf(recipient)] ?? check?.name ?? undefined
  return {
    id: tokenOf(recipient),
    label,
    address: label,
    ...(name ? { name } : {}),
    hint: hintOf(check) ?? label,
    state: stateOf(check, known),
    edits: label,
  }
}

function stateOf(check: AddressCheck | undefined, known: Known): TokenState {
  if (!check) return "default"
  if (check.suppressed) return "suppressed"
  if (check.bouncedBefore) return "bounced"
  if (check.belongsTo === "relation" || check.belongsTo === "colleague")
    return known.confirmedTo.includes(check.address) ? "default" : "relation"
  return check.belongsTo === "customer" ? "default" : "typed"
}

function hintOf(check: AddressCheck | undefined): string | undefined {
  if (check?.suppressed) return words.suppressed(suppressedWhy(check.suppressed))
  return check?.bouncedBefore ? words.bouncedBefore : undefined
}
