import type { LookupBody } from "@casepost/shared/cases"
import type * as z from "zod"
import { type Findings, foundBy } from "../../host-page/findings"

/**
 * What is looked up of what was found in all frames: identifiers, the most trusted first, those ticked in a list before the rest. Limits are
 * the contract's: 200 numbers, 50 external ids, 20 addresses. Undefined: nothing to look up.
 */
export function textsOf(frames: readonly Findings[]): z.output<typeof LookupBody> | undefined {
  const texts = foundBy.flatMap(by =>
    frames.flatMap(({ groups }) => groups.filter(group => group.by === by).flatMap(group => group.texts)),
  )
  const of = (as: string) => texts.filter(one => one.as === as).map(one => one.text)
  const ticked = frames.flatMap(frame => frame.ticked)
  const numbers = some([...of("number").slice(0, 100), ...ticked, ...of("number")], {
    least: 2,
    longest: 64,
    most: 200,
  })
  const externalIds = some(of("external-id"), { least: 1, longest: 120, most: 50 })
  const addresses = some(of("address"), { least: 3, longest: 254, most: 20 })
  return numbers.length + externalIds.length + addresses.length === 0 ? undefined : { numbers, externalIds, addresses }
}

function some(texts: string[], limits: { least: number; longest: number; most: number }): string[] {
  const fitting = texts
    .map(text => text.trim())
    .filter(text => text.length >= limits.least && text.length <= limits.longest)
  return [...new Set(fitting)].slice(0, limits.most)
}
