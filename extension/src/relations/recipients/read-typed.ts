import type { NoteRecipientInput } from "@casepost/shared/notes"
import { readAddresses } from "@casepost/shared/pasted-addresses"
import { fromOption, type People } from "./people"

/** Somebody to be added, and the name to show. */
export type NamedRecipient = { recipient: NoteRecipientInput; name?: string | undefined }

export type ReadTyped = {
  found: NamedRecipient[]
  /** What is no complete address, or may not be written to: it stays in sight, to be corrected. */
  unfinished: string[]
}

/** Characters of an unfinished recipient that a draft keeps. */
const mostCharacters = 254

/**
 * Reads typed or pasted addresses. The address of one of `people` becomes that relation or colleague; give nobody where they are
 * never taken without asking (To). `isTypedRefused`: other addresses are not taken at all.
 */
export function readTyped(text: string, people: People | undefined, isTypedRefused = false): ReadTyped {
  const read: ReadTyped = { found: [], unfinished: [] }
  for (const { address, name, valid } of readAddresses(text)) {
    const person = valid ? people?.byAddress.get(address) : undefined
    if (person) read.found.push({ recipient: fromOption(person), name: person.name })
    else if (valid && !isTypedRefused)
      read.found.push({ recipient: { kind: "typed", address, ...nameOf(name) }, ...nameOf(name) })
    else read.unfinished.push(address.slice(0, mostCharacters))
  }
  return read
}

/** Names are one line of at most 200 characters over the wire. */
function nameOf(name: string | undefined): { name?: string } {
  const line = name?.replace(/\s+/g, " ").trim().slice(0, 200)
  return line ? { name: line } : {}
}
