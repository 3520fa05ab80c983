import type { DraftContent } from "@casepost/shared/drafts"
import type { AddressCheck } from "@casepost/shared/messages"
import { tokenOf } from "../../relations/recipients/people"
import type { Known } from "./to-tokens"

/** What there is to be said about the addresses in To, one at a time: the worst first. */
export type ToQuestion =
  | { kind: "suppressed" | "relation" | "stranger"; check: AddressCheck; token: string }
  | { kind: "portal-only" }

/** `keptSo`: strangers the sender has said yes to. */
export function toQuestion(
  content: DraftContent,
  { checks, confirmedTo }: Known,
  keptSo: readonly string[],
): ToQuestion | undefined {
  if (content.to.length === 0) return { kind: "portal-only" }
  const known = content.to.flatMap(recipient => {
    const token = tokenOf(recipient)
    const check = checks.get(token)
    return check ? [{ token, check }] : []
  })
  const suppressed = known.find(({ check }) => check.suppressed)
  if (suppressed) return { kind: "suppressed", ...suppressed }
  const person = known.find(
    ({ check }) => /relation|colleague/.test(check.belongsTo) && !confirmedTo.includes(check.address),
  )
  if (person) return { kind: "relation", ...person }
  const stranger = known.find(
    ({ check }) => /nobody|other-customer/.test(check.belongsTo) && !keptSo.includes(check.address),
  )
  return stranger && { kind: "stranger", ...stranger }
}
