import type { FoundText } from "../findings"
import type { PageRule } from "../rules"
import { readField } from "./read-field"
import { allMatches, isVisible } from "./visible"

const mostRows = 500

/** The texts of a list's rows, those of ticked rows apart, and whether all rows were read. */
export type Rows = { texts: FoundText[]; ticked: string[]; isWhole: boolean }

/** The rows that a rule points at, each read by the rule's fields. */
export function readRuleRows(rule: PageRule, groups: Record<string, string>): Rows {
  const found = rule.rows ? allMatches(rule.rows.selector) : []
  const texts: FoundText[] = []
  const ticked: string[] = []
  for (const row of found.filter(isVisible)) {
    const read = rule.fields.flatMap(field => readField(field, { rule, groups, within: row })?.text ?? [])
    texts.push(...read)
    if (isTicked(row, rule.rows?.ticked)) ticked.push(...read.map(({ text }) => text))
  }
  return { texts, ticked, isWhole: found.length < mostRows }
}

/**
 * The rows of tables and grids that no rule speaks of, in which exactly one number stands (`numbersIn`). `isList`: at least two of them, each
 * with cells of a list, or one that is ticked.
 */
export function readRows(numbersIn: (text: string) => FoundText[]): Rows & { isList: boolean } {
  const rows = [...document.querySelectorAll("tr, [role=row]")].slice(0, mostRows * 4)
  const texts: FoundText[] = []
  const ticked: string[] = []
  let listed = 0
  let measured = 0
  for (const row of rows) {
    if (row.querySelector("tr, [role=row]")) continue
    const [number, ...more] = numbersIn(textOf(row))
    if (!number || more.length > 0) continue
    if (++measured > mostRows || !isVisible(row)) continue
    const hasTick = isTicked(row)
    if (hasTick) ticked.push(number.text)
    if (number.isVouched && row.children.length >= 3) listed++
    if (number.isVouched || hasTick) texts.push(number)
  }
  const isWhole = measured <= mostRows && rows.length < mostRows * 4
  return { texts, ticked, isWhole, isList: listed >= 2 || ticked.length > 0 }
}

/** The texts of its cells, one beside the other: without a space, two of them would be one word. */
function textOf(row: Element): string {
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  let text = ""
  while (text.length < 2_000 && walker.nextNode()) text += ` ${walker.currentNode.nodeValue}`
  return text.slice(0, 2_000)
}

function isTicked(
  row: Element,
  selector = "input[type=checkbox]:checked, [role=checkbox][aria-checked=true]",
): boolean {
  if (row.matches("[aria-selected=true]")) return true
  try {
    return row.matches(selector) || row.querySelector(selector) !== null
  } catch {
    return false
  }
}
