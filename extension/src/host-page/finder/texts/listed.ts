const records = "tr, li, [role=row], [role=listitem], [role=option], [role=treeitem]"
const crumbs = '[aria-label*="readcrumb"], [class*="breadcrumb"]'
const ticks = "input[type=checkbox], [role=checkbox]"

/**
 * Whether a text stands in one of several records of a list (mails, recent documents, lines): such a page is not about what one of them names.
 * Rows of a form, a label and what belongs to it, are no records.
 */
export function isListed(element: Element): boolean {
  const record = element.closest(records)
  const list = record?.parentElement
  if (!record || !list || record.closest(crumbs)) return false
  if (record.matches("tr:not([role=row])") && !isOfTable(record)) return false
  let alike = 0
  for (const one of list.children) if (one.tagName === record.tagName && ++alike >= 3) return true
  return false
}

/** A table of records has a head, or boxes to tick. */
function isOfTable(row: Element): boolean {
  const table = row.closest("table")
  return row.querySelector(ticks) !== null || (table?.querySelectorAll("tr:first-child > th").length ?? 0) >= 3
}
