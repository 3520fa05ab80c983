import type { CaseKindFound, FoundText } from "../findings"
import type { PageRule } from "../rules"
import type { MatchedPage } from "./match-page"
import { readField } from "./read-field"
import { readRuleRows } from "./rows"
import { firstVisible } from "./visible"

/** What a rule of the tool reads on a page. `words`: what it read as number or heading, which can be seen in a field or a text of any length. */
export type ByRule = Record<"address" | "element" | "title", FoundText[]> & {
  shows: CaseKindFound | undefined
  isDraft: boolean
  ticked: string[]
  texts: FoundText[]
  isWhole: boolean
  words: string[]
}

/** What a rule reads: of fields that say the same thing from the same place, the first that is there. */
export function readByRule({ rule, groups }: MatchedPage): ByRule {
  const isDraft = rule.drafts?.some(selector => firstVisible(selector)) ?? false
  const read: ByRule = {
    address: [],
    element: [],
    title: [],
    shows: rule.fields[0]?.kind,
    isDraft,
    ticked: [],
    texts: [],
    isWhole: true,
    words: [],
  }
  if (rule.shows === "list") {
    const rows = readRuleRows(rule, groups)
    return { ...read, ...rows, element: rows.texts }
  }
  for (const field of rule.fields) {
    const found = readField(field, { rule, groups })
    if (found?.isDraft) read.isDraft = true
    if (!found?.text) continue
    const { kind, as } = found.text
    const place = read[found.by as "address" | "element" | "title"]
    if (!place.some(text => text.kind === kind && text.as === as)) place.push(found.text)
  }
  read.words = wordsOf(rule, read.element)
  return read
}

function wordsOf({ heading }: PageRule, element: readonly FoundText[]): string[] {
  const name = heading ? firstVisible(heading)?.textContent : undefined
  const numbers = element.filter(text => text.as === "number").map(({ text }) => text)
  return [...numbers, ...(name ? [name.replace(/\s+/g, " ").trim()] : [])]
}
