import { braces, placeholders, readPlaceholder } from "@casepost/shared/placeholders"
import type { StandardMessageSummary } from "@casepost/shared/standard-messages"
import { fold } from "../../ui/text/fold"
import { words } from "./words"

/** A row of the open list: the name of a section, or a standard message (`place` counts those only, from 0). */
export type ChooserRow =
  | { kind: "group"; name: string; top: number; height: number }
  | { kind: "option"; of: StandardMessageSummary; place: number; top: number; height: number }

export const optionHeight = 44
export const groupHeight = 30
/** How many stand in "Last used" at most. */
export const mostLastUsed = 5

/** The two sections of a list that comes with the last used first. */
export type Sections = { lastUsed: readonly StandardMessageSummary[]; all: readonly StandardMessageSummary[] }

/** The last used few, then all others by their description. */
export function sectionsOf(list: readonly StandardMessageSummary[]): Sections {
  const used = list.filter(one => one.lastUsedAt !== null)
  const lastUsed = used
    .toSorted((one, other) => (other.lastUsedAt ?? "").localeCompare(one.lastUsedAt ?? ""))
    .slice(0, mostLastUsed)
  const isUsed = new Set(lastUsed)
  const all = list
    .filter(one => !isUsed.has(one))
    .sort((one, other) => order.compare(one.description, other.description))
  return { lastUsed, all }
}

/**
 * The rows that hold every typed word: those of which the description holds them come before those where only a subject or the beginning of
 * a text does, also before the last used, because Enter takes the first.
 */
export function chooserRows(sections: Sections, typed: string): ChooserRow[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean)
  const { lastUsed, all } = parts.length === 0 ? sections : found(sections, parts)
  const rows: ChooserRow[] = []
  let top = 0
  let place = 0
  for (const [name, section] of [
    [words.lastUsed, lastUsed],
    [words.all, all],
  ] as const) {
    if (section.length === 0) continue
    rows.push({ kind: "group", name, top, height: groupHeight })
    top += groupHeight
    for (const of of section) {
      rows.push({ kind: "option", of, place, top, height: optionHeight })
      top += optionHeight
      place += 1
    }
  }
  return rows
}

/** How many standard messages stand among rows: the last row is one, and knows its place. */
export function countOf(rows: readonly ChooserRow[]): number {
  const last = rows.at(-1)
  return last?.kind === "option" ? last.place + 1 : 0
}

/** A text as a list shows it: `{Invoice number}` for a placeholder. */
export function withNames(text: string): string {
  return text.replace(braces, written => {
    const { name } = readPlaceholder(written)
    return name ? `{${placeholders[name]}}` : written
  })
}

const order = new Intl.Collator("en", { numeric: true })
const folded = new WeakMap<StandardMessageSummary, { description: string; texts: string }>()

function found({ lastUsed, all }: Sections, parts: readonly string[]): Sections {
  const isNamed = (one: StandardMessageSummary) => parts.every(part => foldedOf(one).description.includes(part))
  const holds = (one: StandardMessageSummary) => {
    const { description, texts } = foldedOf(one)
    return !isNamed(one) && parts.every(part => description.includes(part) || texts.includes(part))
  }
  const lastNamed = lastUsed.filter(isNamed)
  const allNamed = all.filter(isNamed)
  // Nothing has these words in its description: then the last used are first again.
  if (lastNamed.length + allNamed.length === 0) return { lastUsed: lastUsed.filter(holds), all: all.filter(holds) }
  return { lastUsed: lastNamed, all: [...allNamed, ...lastUsed.filter(holds), ...all.filter(holds)] }
}

function foldedOf(one: StandardMessageSummary) {
  let known = folded.get(one)
  if (!known) {
    const inside = one.texts.map(({ subject, begins }) => `${withNames(subject ?? "")} ${withNames(begins)}`)
    known = { description: fold(one.description), texts: fold(inside.join(" ")) }
    folded.set(one, known)
  }
  return known
}
