import { type PlaceholderName, placeholderNames, placeholders } from "@casepost/shared/placeholders"
import { words } from "../../words"
import { fold } from "../fold"

export type PlaceholderOption = { name: PlaceholderName; label: string; group: string }

/** All of them, in the order of the list, each with the group it stands in. */
export const placeholderOptions: readonly PlaceholderOption[] = placeholderNames.map(name => ({
  name,
  label: placeholders[name],
  group: words.placeholders.groups[name.split(".")[0] as keyof typeof words.placeholders.groups],
}))

/** Whose label holds every word that was typed, or whose name holds it; in the order of the list. */
export function matchingPlaceholders(typed: string): PlaceholderOption[] {
  const sought = fold(typed.trim())
  const parts = sought.split(/\s+/)
  return placeholderOptions.filter(({ name, label, group }) => {
    const seen = fold(`${group} ${label}`)
    return parts.every(part => seen.includes(part)) || fold(name).includes(sought)
  })
}

/** The place of the one that fits best: it is taken by Enter. */
export function bestPlace(options: readonly PlaceholderOption[], typed: string): number {
  const sought = fold(typed.trim())
  const begins = options.findIndex(({ name, label }) => fold(label).startsWith(sought) || fold(name).startsWith(sought))
  return Math.max(0, begins)
}
