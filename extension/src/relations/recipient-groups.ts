import type { RecipientOption } from "@casepost/shared/relations"
import type { TokenGroup, TokenOption } from "../ui/tokens/token-options"
import { words } from "./words"

/** The picker's groups: relations, then colleagues. An option's id is the id of its token: `relation:…`, `colleague:…`. */
export function recipientGroups(recipients: readonly RecipientOption[]): TokenGroup[] {
  return [
    { name: words.relations, options: optionsOf(recipients, "relation") },
    { name: words.colleagues, options: optionsOf(recipients, "colleague") },
  ]
}

function optionsOf(recipients: readonly RecipientOption[], kind: RecipientOption["kind"]): TokenOption[] {
  return recipients
    .filter(recipient => recipient.kind === kind)
    .map(recipient => ({
      id: `${kind}:${recipient.id}`,
      name: recipient.name,
      detail: recipient.suppressed ? `${recipient.address}, ${words.noLonger}` : recipient.address,
    }))
}
