import { fold } from "../text/fold"

/** Somebody who can be picked. */
export type TokenOption = {
  id: string
  name: string
  /** The address, or what else tells people apart. */
  detail: string
  /** What it is, said to who cannot see the group's name: "relation". */
  kind?: string
  /** Why mail will not arrive there; marked in the list, and still to be picked. */
  warning?: string
}
export type TokenGroup = { name: string; options: readonly TokenOption[] }

/** Stands in the open list in place of options, with at most one deed in it: "No relation called … Add a relation, or press Enter …". */
export type ListSentence = { before: string; deed?: { label: string; act: () => void }; after?: string }

/** A row of the open list: the name of a group, or one of its options (`place` counts options only, from 0). */
export type OptionRow =
  | { kind: "group"; name: string; top: number; height: number }
  | { kind: "option"; option: TokenOption; place: number; top: number; height: number }

export const optionHeight = 42
export const groupHeight = 30

/** The rows that match what was typed: every word of it, anywhere in name or address. */
export function matchingRows(groups: readonly TokenGroup[], typed: string): OptionRow[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean)
  const rows: OptionRow[] = []
  let top = 0
  let place = 0
  for (const group of groups) {
    const options = parts.length === 0 ? group.options : group.options.filter(option => matches(option, parts))
    if (options.length === 0) continue
    rows.push({ kind: "group", name: group.name, top, height: groupHeight })
    top += groupHeight
    for (const option of options) {
      rows.push({ kind: "option", option, place, top, height: optionHeight })
      top += optionHeight
      place += 1
    }
  }
  return rows
}

/** With something typed, Enter takes the first match; an address only when it begins like one. -1: none. */
export function firstMatch(rows: readonly OptionRow[], typed: string): number {
  const text = typed.trim().toLowerCase()
  if (text === "" || rows.length === 0) return -1
  if (!text.includes("@")) return 0
  const row = rows.find(one => one.kind === "option" && one.option.detail.toLowerCase().startsWith(text))
  return row?.kind === "option" ? row.place : -1
}

const folded = new WeakMap<TokenOption, string>()

function matches(option: TokenOption, parts: readonly string[]): boolean {
  let text = folded.get(option)
  if (text === undefined) {
    text = fold(`${option.name} ${option.detail}`)
    folded.set(option, text)
  }
  const searched = text
  return parts.every(part => searched.includes(part))
}
