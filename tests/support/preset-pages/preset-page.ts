import type { ToolPageText } from "../finder-page.ts"

/**
 * Pages of our own writing that show what the public source of an application shows: its addresses, and the attributes that its rules read.
 * They follow the file that the preset names, and none is a copy of it.
 */
export type PresetPages = {
  /** Of the tool, as an administrator would write it. */
  address: string
  invoices: (ToolPageText & { number?: string; externalId?: string })[]
  customers: (ToolPageText & { number?: string; externalId?: string; name: string })[]
  lists: (ToolPageText & { numbers: string[]; ticked: string[] })[]
  drafts: ToolPageText[]
  /** Pages of the application that show something else, with a number that could be taken for an invoice's. */
  others: ToolPageText[]
}

/** A whole document around a body. */
export function documentOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
}
