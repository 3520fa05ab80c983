import type { FoundBy, FoundText } from "../findings"
import type { FieldRule, PageRule } from "../rules"
import { expressionOf } from "./match-page"
import { allMatches, isVisible } from "./visible"

/** What a field of a rule says on this page, and in which place it was found. `isDraft`: it says that there is no number yet. */
export type ReadField = { by: FoundBy; text: FoundText | undefined; isDraft: boolean }

type Reading = {
  rule: PageRule
  /** What the page's path read. */
  groups: Record<string, string>
  /** The row, in a list. */
  within?: Element
}

/** Reads one field; undefined where the page does not show it. */
export function readField(field: FieldRule, { rule, groups, within }: Reading): ReadField | undefined {
  const raw = rawText(field, { groups, within })
  if (raw === undefined) return undefined
  const by: FoundBy = field.from === "group" ? "address" : field.from === "title" ? "title" : "element"
  const reject = rule.reject && expressionOf(rule.reject)
  if (field.names !== "address" && reject?.test(raw)) return { by, text: undefined, isDraft: true }
  const text = picked(raw, field)
  if (!text || text.length > 120) return undefined
  return { by, text: { text, as: field.names, kind: field.kind, isVouched: true }, isDraft: false }
}

function rawText(field: FieldRule, { groups, within }: Omit<Reading, "rule">): string | undefined {
  if (field.from === "group") return decoded(groups[field.group ?? "id"])
  if (field.from === "title") return document.title.trim()
  if (!field.selector) return undefined
  const matches = within?.matches(field.selector) ? [within] : allMatches(field.selector, within)
  const element = matches.find(one => field.from === "attribute" || isVisible(one))
  return element && textOf(element, field)?.replace(/\s+/g, " ").trim()
}

function textOf(element: Element, { from, attribute }: FieldRule): string | undefined {
  // What somebody types in secret, or has not finished writing, is not read whatever a rule says.
  if (element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable))
    return undefined
  if (from === "attribute") return attribute ? (element.getAttribute(attribute) ?? undefined) : undefined
  if (element instanceof HTMLInputElement)
    return from === "value" && element.type !== "password" ? element.value.slice(0, 300) : undefined
  if (from === "value" && element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text
  if (from === "first-text") return firstText(element)
  return element.textContent?.slice(0, 300) ?? undefined
}

function firstText(element: Element): string | undefined {
  const own = [...element.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
  return own?.nodeValue?.slice(0, 300) ?? undefined
}

function picked(raw: string, { pattern }: FieldRule): string | undefined {
  if (!pattern) return raw
  const found = expressionOf(pattern)?.exec(raw)
  return (found?.[1] ?? found?.[0])?.trim()
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return text
  }
}
