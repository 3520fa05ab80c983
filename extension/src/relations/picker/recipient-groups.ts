import type { RecipientOption } from "@casepost/shared/relations"
import type { TokenGroup, TokenOption } from "../../ui/tokens/token-options"
import { words } from "../words"

export type RecipientOrder = "relations-first" | "colleagues-first"

/** The picker's groups. An option's id is the id of its token: `relation:…`, `colleague:…`. */
export function recipientGroups(
  recipients: readonly RecipientOption[],
  order: RecipientOrder = "relations-first",
): TokenGroup[] {
  const groups = [
    { name: words.relations, options: optionsOf(recipients, "relation") },
    { name: words.colleagues, options: optionsOf(recipients, "colleague") },
  ]
  return order === "relations-first" ? groups : groups.reverse()
}

function optionsOf(recipients: readonly RecipientOption[], kind: RecipientOption["kind"]): TokenOption[] {
  return recipients
    .filter(recipient => recipient.kind === kind)
    .map(recipient => ({
      id: `${kind}:${recipient.id}`,
      name: recipient.name,
      detail: recipient.address,
      kind: words.kinds[kind],
      ...(recipient.suppressed ? { warning: words.noLonger } : {}),
    }))
}
