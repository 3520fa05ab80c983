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

/** The rows that hold every word that was typed, in description, subjects or the beginnings of the texts. */
export function chooserRows({ lastUsed, all }: Sections, typed: string): ChooserRow[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean)
  const rows: ChooserRow[] = []
  let top = 0
  let place = 0
  for (const [name, section] of [
    [words.lastUsed, lastUsed],
    [words.all, all],
  ] as const) {
    const found = parts.length === 0 ? section : section.filter(one => holds(one, parts))
    if (found.length === 0) continue
    rows.push({ kind: "group", name, top, height: groupHeight })
    top += groupHeight
    for (const of of found) {
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
const folded = new WeakMap<StandardMessageSummary, string>()

function holds(one: StandardMessageSummary, parts: readonly string[]): boolean {
  let text = folded.get(one)
  if (text === undefined) {
    const inside = one.texts.map(({ subject, begins }) => `${withNames(subject ?? "")} ${withNames(begins)}`)
    text = fold(`${one.description} ${inside.join(" ")}`)
    folded.set(one, text)
  }
  const searched = text
  return parts.every(part => searched.includes(part))
}
