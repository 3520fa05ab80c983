import type { AddressCheck } from "@casepost/shared/messages"
import { dayInWords } from "../../ui/text/moments"
import type { TokenState } from "../../ui/tokens/token"
import { words } from "../words"

/** How an address that gets a copy or a note is marked: the worst first, then whose it is. */
export function trustOf(check: AddressCheck | undefined): TokenState {
  if (check?.suppressed) return "suppressed"
  if (check?.bouncedBefore) return "bounced"
  if (check?.belongsTo === "customer" || check?.belongsTo === "other-customer") return check.belongsTo
  return "default"
}

/** All that is to be said of such an address, in sentences; nothing for one that simply works. */
export function trustInWords(check: AddressCheck | undefined): string[] {
  if (!check) return []
  const said: string[] = []
  if (check.suppressed) said.push(words.suppressed(suppressedWhy(check.suppressed)))
  else if (check.bouncedBefore) said.push(words.bouncedBefore)
  if (check.belongsTo === "customer") said.push(words.ofThisCustomer)
  if (check.belongsTo === "other-customer") said.push(words.ofOtherCustomer(check.name ?? check.address))
  return said
}

/** `it bounced on 2 Nov` */
export function suppressedWhy({ reason, since }: NonNullable<AddressCheck["suppressed"]>): string {
  return words.suppressedWhy[reason](dayInWords(since))
}
