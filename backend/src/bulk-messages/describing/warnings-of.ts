import type { BulkWarning } from "@casepost/shared/bulk-messages"
import type { RecipientInput } from "@casepost/shared/messages"
import type { Language } from "@casepost/shared/organisations"
import type { CopiedPerson } from "../../relations/copied-people.ts"
import { goingOut } from "../checking/judge-case.ts"
import type { AdministrationRow } from "../checking/read-chosen.ts"
import { type BulkRow, daysLately, type Group, tallyOf } from "../checking/tally.ts"
import { textFor } from "../checking/text-for.ts"
import { filesIn, secondsFor } from "./pace-of.ts"

export type People = Map<string, Map<string, CopiedPerson>>

/** Groups of cases that get a message. */
export function goingGroups(bulk: BulkRow): Group[] {
  return tallyOf(bulk).groups.filter(group => !group.takenOut && goingOut.some(check => check === group.check))
}

export const casesIn = (groups: Group[]) => groups.reduce((sum, group) => sum + group.cases, 0)

/** Everything worth saying before it is sent; none of it stops anything. */
export function warningsOf(
  bulk: BulkRow,
  { people, administrations }: { people: People; administrations: Map<string, AdministrationRow> },
): BulkWarning[] {
  const { content } = bulk
  const { several, lately } = tallyOf(bulk)
  const going = goingGroups(bulk)
  const copied = [...content.cc, ...content.bcc].map(input => ({
    name: nameOf(input, bulk, people),
    copies: casesIn(going.filter(group => isThere(input, people.get(group.administrationId)))),
    leftOut: bulk.administrationIds.some(place => !isThere(input, people.get(place))),
  }))
  const copies = copied.reduce((sum, one) => sum + one.copies, 0)
  const mails = casesIn(going.filter(group => group.check === "ready"))
  const seconds = secondsFor({ mails, copies, files: filesIn(content) })
  const secondsWithout = secondsFor({ mails, copies, files: filesIn(content, true) })
  return [
    ...copied.filter(one => one.leftOut).map(({ name }) => ({ kind: "left-out-recipient" as const, name })),
    ...copied.filter(one => one.copies > 1).map(({ name, copies }) => ({ kind: "copies" as const, name, copies })),
    ...(several.customers > 0 ? [{ kind: "several-for-customer" as const, ...several }] : []),
    ...(lately > 0 ? [{ kind: "messaged-lately" as const, cases: lately, days: daysLately }] : []),
    ...languagesMissing(bulk, going, administrations),
    ...(seconds > 60 && seconds > 2 * secondsWithout ? [{ kind: "slow-files" as const, seconds, secondsWithout }] : []),
  ]
}

/** Copies of all messages together. */
export function copiesOf(bulk: BulkRow, people: People): number {
  const going = goingGroups(bulk)
  return [...bulk.content.cc, ...bulk.content.bcc].reduce(
    (sum, input) => sum + casesIn(going.filter(group => isThere(input, people.get(group.administrationId)))),
    0,
  )
}

function languagesMissing(
  { content }: BulkRow,
  going: Group[],
  administrations: Map<string, AdministrationRow>,
): BulkWarning[] {
  if (content.texts.length === 0) return []
  const instead = new Map<string, { language: Language; taken: Language; cases: number }>()
  for (const group of going) {
    const administration = administrations.get(group.administrationId)
    const language = group.language as Language
    const taken = administration && textFor(content.texts, language, administration)?.language
    if (!taken || taken === language) continue
    const key = `${language} ${taken}`
    instead.set(key, { language, taken, cases: group.cases + (instead.get(key)?.cases ?? 0) })
  }
  return [...instead.values()].map(one => ({ kind: "language-missing" as const, ...one }))
}

function isThere(input: RecipientInput, here: Map<string, CopiedPerson> | undefined): boolean {
  const id = personOf(input)
  return id === undefined || (here?.has(id) ?? false)
}

/** The relation or user among recipients; none for an address. */
export function personOf(input: RecipientInput): string | undefined {
  if (input.kind === "relation") return input.relationId
  return input.kind === "colleague" ? input.userId : undefined
}

function nameOf(input: RecipientInput, { content }: BulkRow, people: People): string {
  const id = personOf(input)
  if (id === undefined) return "address" in input ? (content.names[input.address] ?? input.address) : ""
  for (const here of people.values()) {
    const person = here.get(id)
    if (person) return person.name
  }
  return content.names[id] ?? "Somebody who is not here any more"
}
