import type { Expression, PageRule, PageRules } from "../rules"
import { firstVisible } from "./visible"

/** A rule that speaks about the page that is open, and what its path read. */
export type MatchedPage = { rule: PageRule; groups: Record<string, string> }

/** The first rule whose path is this page's and whose needs stand on it. */
export function matchPage({ pages, under }: PageRules, place: Location): MatchedPage | undefined {
  const path = pathUnder(place, under)
  for (const rule of pages) {
    const found = expressionOf(rule.path)?.exec(path)
    if (!found) continue
    if (rule.needs?.some(selector => !firstVisible(selector))) continue
    if (rule.foreign?.some(selector => firstVisible(selector))) continue
    return { rule, groups: { ...found.groups } }
  }
  return undefined
}

/** Whether the page has the path of a rule, and shows what the rule says is none of ours. */
export function isForeign({ pages, under }: PageRules, place: Location): boolean {
  const path = pathUnder(place, under)
  return pages.some(
    rule => rule.foreign?.some(selector => firstVisible(selector)) && expressionOf(rule.path)?.test(path),
  )
}

/** An expression as it came over the port; undefined for what is none. */
export function expressionOf({ source, flags }: Expression): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Path, query and fragment, without the first segments, which are the tool's own address. */
export function pathUnder({ pathname, search, hash }: Location, under: number): string {
  const segments = pathname.split("/").slice(1 + under)
  return `/${segments.join("/")}${search}${hash}`.slice(0, 2_000)
}
