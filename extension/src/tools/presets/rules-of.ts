import { patternExpression } from "@casepost/shared/number-patterns"
import { readToolAddress } from "@casepost/shared/tool-addresses"
import type { Tool, ToolField, ToolPage } from "@casepost/shared/tools"
import type { Expression, FieldRule, PageRule, PageRules } from "../../host-page/rules"
import { globExpression } from "./glob-expression"
import { presets } from "./presets"

/** What the finder needs of a tool. */
export type ToolRead = Pick<Tool, "address" | "preset" | "pages" | "numberPatterns" | "readsCases">

/** For a page that belongs to no tool: what stands on it by itself. */
export const noRules: PageRules = { under: 0, pages: [], patterns: [], readsCases: true }

/** How a tool's pages are read: by what its administrators pointed at, then by its preset, then by its declared numbers. */
export function rulesOf(tool: ToolRead): PageRules {
  const own = tool.pages.map(ruleOf)
  const preset = tool.preset ? presets[tool.preset].pages : []
  return {
    under: readToolAddress(tool.address).path.length,
    pages: [...own, ...preset],
    patterns: tool.numberPatterns.map(expressionOf),
    readsCases: tool.readsCases,
  }
}

function ruleOf(page: ToolPage): PageRule {
  return {
    shows: page.shows,
    path: globExpression(page.path),
    fields: page.fields.map(fieldOf),
    ...(page.shows === "list" && page.rows ? { rows: { selector: page.rows } } : {}),
  }
}

function fieldOf(field: ToolField): FieldRule {
  return {
    names: field.names,
    kind: field.kind,
    from: field.from === "path" ? "group" : field.from,
    ...(field.from === "path" ? { group: "id" } : {}),
    ...(field.selector ? { selector: field.selector } : {}),
    ...(field.attribute ? { attribute: field.attribute } : {}),
    ...(field.pattern ? { pattern: expressionOf(field.pattern) } : {}),
  }
}

function expressionOf(pattern: string): Expression {
  const { source, flags } = patternExpression(pattern)
  return { source, flags }
}
