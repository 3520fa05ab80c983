import { readAddresses } from "@casepost/shared/addresses"
import type { RecipientRole } from "@casepost/shared/delivery"
import type { NamedRecipient } from "./change-recipients"
import { fromOption, type People } from "./people"

export type ReadTyped = {
  found: NamedRecipient[]
  /** What is no complete address: it stays in sight, to be corrected. */
  unfinished: string[]
}

/**
 * Reads typed or pasted addresses for a row. In CC and BCC the address of a relation or colleague becomes that relation or
 * colleague; in To it stays an address, because they are never taken there without asking.
 */
export function readTyped(text: string, role: RecipientRole, people: People): ReadTyped {
  const read: ReadTyped = { found: [], unfinished: [] }
  for (const { address, name, valid } of readAddresses(text)) {
    if (!valid) {
      read.unfinished.push(address)
      continue
    }
    const person = role === "to" ? undefined : people.byAddress.get(address)
    if (person) read.found.push({ recipient: fromOption(person), name: person.name })
    else read.found.push({ recipient: { kind: "typed", address, ...(name ? { name } : {}) }, name })
  }
  return read
}
