import type { CaseKindFound } from "./findings"

/** A plain-text form of an expression, because rules travel to the host page as JSON: only presets (our own code) and declared patterns bring them. */
export type Expression = { source: string; flags: string }

/** How one thing is read from a page. */
export type FieldRule = {
  names: "number" | "external-id" | "address"
  kind: CaseKindFound
  /** `first-text`: the element's own first text, without its children. `group`: a named group of the page's `path`. `data`: JSON-LD or microdata. */
  from: "text" | "first-text" | "value" | "attribute" | "title" | "group" | "data"
  selector?: string
  attribute?: string
  group?: string
  /** Picks the text: its first group, else the whole match. */
  pattern?: Expression
}

/** One kind of page of a tool. */
export type PageRule = {
  shows: "case" | "list"
  /** Matched with path, query and fragment under the tool's own address. */
  path: Expression
  /** The first names what the page shows; of those for the same thing from the same place, the first that is there is read. */
  fields: FieldRule[]
  /** Where the record's own name stands: read to be compared with what was found by an id, and sent nowhere. */
  heading?: string
  /** Selectors that must match, where the path alone does not say it. */
  needs?: string[]
  /** Selectors that say that it is no case of ours, though the path is the same: of buying. */
  foreign?: string[]
  /** Texts of a field that are no number: `new`, `Draft`, `/`. */
  reject?: Expression
  /** Selectors that say "draft" or "hidden". */
  drafts?: string[]
  /** Of a list. `ticked`: matches inside a row, or the row itself, where it is ticked. */
  rows?: { selector: string; ticked?: string }
}

/** Everything the finder needs for one tool. */
export type PageRules = {
  /** The segments of the tool's address, left off before `path` is matched. */
  under: number
  pages: PageRule[]
  /** The administration's declared numbers. */
  patterns: Expression[]
  readsCases: boolean
}
