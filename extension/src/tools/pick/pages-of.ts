import { patternOf, wrongPattern } from "@casepost/shared/number-patterns"
import { matchToolAddress } from "@casepost/shared/tool-addresses"
import type { ToolField, ToolPage } from "@casepost/shared/tools"
import type { PickedPlace } from "../../host-page/pick/pick-calls"
import { pagePath } from "./page-path"
import type { Picked } from "./picked"

/** The rules that what was pointed at makes; undefined where nothing was, or nothing on the tool's own pages. */
export function pickedOf(tool: { id?: string; address: string }, places: readonly PickedPlace[]): Picked | undefined {
  const own = places.filter(place => matchToolAddress(tool.address, place.page))
  const numbers = own.flatMap(place => [place.number, ...(place.rows?.numbers ?? [])])
  const pages = new Map<string, ToolPage>()
  for (const place of own) {
    const page = pageOf(place, pagePath(tool.address, place.page, numbers))
    const key = `${page.shows} ${page.path}`
    const known = pages.get(key)
    pages.set(key, known ? { ...known, fields: [...known.fields, ...page.fields].slice(0, 8) } : page)
  }
  if (pages.size === 0) return undefined
  const declared = own.filter(({ step, known }) => step !== "customer" && known !== "customer").flatMap(patternsOf)
  return {
    tool: tool.id ?? tool.address,
    pages: [...pages.values()],
    numberPatterns: [...new Set(declared)].filter(isTelling),
  }
}

function pageOf(place: PickedPlace, path: string): ToolPage {
  const fields = patternsOf(place).map(pattern => fieldOf(place, pattern))
  return place.rows
    ? { shows: "list", path, fields, rows: place.rows.selector }
    : { shows: "case", path, fields: fields.slice(0, 4) }
}

function fieldOf(place: PickedPlace, pattern: string): ToolField {
  return {
    names: "number",
    kind: place.known ?? (place.step === "customer" ? "customer" : "invoice"),
    from: place.from,
    ...(place.selector ? { selector: place.selector } : {}),
    ...(place.attribute ? { attribute: place.attribute } : {}),
    pattern,
  }
}

/** One for each way the numbers look: rows show more than one number, and not all of them need be as long. Most first, at most 4. */
function patternsOf(place: PickedPlace): string[] {
  const own = patternOf(place.number)
  const others = (place.rows?.numbers ?? []).map(patternOf).filter(pattern => isAlike(pattern, own))
  const patterns = [own, ...others].filter(pattern => wrongPattern(pattern) === undefined)
  return [...new Set(patterns)].slice(0, 4)
}

/** The same but for how many digits stand in it. */
function isAlike(one: string, other: string): boolean {
  return one.replace(/#+/g, "#") === other.replace(/#+/g, "#")
}

/** Digits only are worth a rule that says where they stand, but are no pattern to look for everywhere. */
function isTelling(pattern: string): boolean {
  return /\p{L}/u.test(pattern)
}
