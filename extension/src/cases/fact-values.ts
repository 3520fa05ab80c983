import type { Facts } from "@casepost/shared/facts"
import { fillText } from "@casepost/shared/fill-placeholders"
import { type PlaceholderName, writePlaceholder } from "@casepost/shared/placeholders"

/** What each placeholder becomes in a text about this case, on one line; undefined where the fact is missing. */
export function factValues(facts: Facts): (name: PlaceholderName) => string | undefined {
  return name => {
    const { text, missing } = fillText(writePlaceholder(name), { facts })
    return missing.length > 0 ? undefined : text
  }
}
