import type { RecipientRole } from "@casepost/shared/delivery"
import type { DraftContent } from "@casepost/shared/drafts"
import type { AddressCheck, RecipientInput } from "@casepost/shared/messages"
import { dayInWords } from "../../ui/text/moments"
import type { FieldToken, TokenState } from "../../ui/tokens/token"
import type { AddressChecks } from "../check-addresses"
import { words } from "../words"
import { nameKeyOf } from "./change-recipients"
import { addressOf, type People, tokenOf } from "./people"

export type Known = { people: People; checks: AddressChecks; confirmedTo: readonly string[] }

/** The tokens of a row; `unfinished` texts stand at its end, marked. */
export function recipientTokens(
  content: DraftContent,
  row: { role: RecipientRole; unfinished: readonly string[] },
  known: Known,
): FieldToken[] {
  const tokens = content[row.role].map(recipient => tokenFor(recipient, { content, role: row.role }, known))
  const wrong = row.unfinished.map(
    (text): FieldToken => ({
      id: `unfinished:${text}`,
      label: text,
      state: "not-valid",
      hint: words.notComplete(text),
    }),
  )
  return [...tokens, ...wrong]
}

function tokenFor(
  recipient: RecipientInput,
  { content, role }: { content: DraftContent; role: RecipientRole },
  known: Known,
): FieldToken {
  const address = addressOf(recipient, known.people)
  const check = address === undefined ? undefined : known.checks.get(address)
  const id = tokenOf(recipient)
  const person = known.people.byToken.get(id)
  const name = person?.name ?? content.names[nameKeyOf(recipient)] ?? check?.name ?? undefined
  const isPerson = recipient.kind === "relation" || recipient.kind === "colleague"
  const state = person?.suppressed ? "suppressed" : stateOf(check, role, known)
  const label =
    isPerson || (role !== "to" && name) ? (name ?? address ?? words[recipientWord(recipient)]) : (address ?? "")
  return { id, label, ...(name ? { name } : {}), hint: hintOf(check) ?? address ?? label, state }
}

function stateOf(check: AddressCheck | undefined, role: RecipientRole, known: Known): TokenState {
  if (!check) return "default"
  if (check.suppressed) return "suppressed"
  if (check.bouncedBefore) return "bounced"
  if (role !== "to") return "default"
  if (check.belongsTo === "relation" || check.belongsTo === "colleague")
    return known.confirmedTo.includes(check.address) ? "default" : "relation"
  return check.belongsTo === "customer" ? "default" : "typed"
}

function hintOf(check: AddressCheck | undefined): string | undefined {
  if (check?.suppressed) return words.suppressed(suppressedWhy(check.suppressed))
  return check?.bouncedBefore ? words.bouncedBefore : undefined
}

/** `it bounced on 2 Nov` */
export function suppressedWhy({ reason, since }: NonNullable<AddressCheck["suppressed"]>): string {
  return words.suppressedWhy[reason](dayInWords(since))
}

function recipientWord(recipient: RecipientInput): "relation" | "colleague" {
  return recipient.kind === "colleague" ? "colleague" : "relation"
}
