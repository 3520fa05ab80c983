/** Somebody who can be picked. */
export type TokenOption = {
  id: string
  name: string
  /** The address, or what else tells people apart. */
  detail: string
}
export type TokenGroup = { name: string; options: readonly TokenOption[] }

/** A row of the open list: the name of a group, or one of its options (`place` counts options only, from 0). */
export type OptionRow =
  | { kind: "group"; name: string; top: number; height: number }
  | { kind: "option"; option: TokenOption; place: number; top: number; height: number }

export const optionHeight = 42
export const groupHeight = 30

/** Lower case without accents, so that "cafe" finds "Café". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}

/** The rows that match what was typed: every word of it, anywhere in name or address. */
export function matchingRows(groups: readonly TokenGroup[], typed: string): OptionRow[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean)
  const rows: OptionRow[] = []
  let top = 0
  let place = 0
  for (const group of groups) {
    const options = group.options.filter(option => matches(option, parts))
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

const folded = new WeakMap<TokenOption, string>()

function matches(option: TokenOption, parts: readonly string[]): boolean {
  if (parts.length === 0) return true
  let text = folded.get(option)
  if (text === undefined) {
    text = fold(`${option.name} ${option.detail}`)
    folded.set(option, text)
  }
  const searched = text
  return parts.every(part => searched.includes(part))
}
