const records = "tr, li, [role=row], [role=listitem], [role=option], [role=treeitem]"
const crumbs = '[aria-label*="readcrumb"], [class*="breadcrumb"]'
const ticks = "input[type=checkbox], [role=checkbox]"
const mailAddress = /[^\s@<>]+@[^\s@<>]+/

/**
 * Whether a text stands in one of several records of a list (mails, recent documents, lines): such a page is not about what one of them names.
 * Rows of a form, a label and what belongs to it, are no records.
 */
export function isListed(element: Element): boolean {
  const record = element.closest(records)
  const list = record?.parentElement
  if (!record || !list || record.closest(crumbs) || isOfForm(record)) return false
  // What can be ticked is one of several, were it the only one.
  if (record.querySelector(ticks) && record.matches("tr, [role=row], [role=listitem], [role=option]")) return true
  let alike = 0
  for (const one of list.children) if (one.tagName === record.tagName && !isHead(one) && ++alike >= 2) return true
  return false
}

/** Whether a text is the link to another page, which is the one about it. What lies under the page that is open is still this one. */
export function isElsewhere(element: Element): boolean {
  const link = element.closest("a[href]")
  if (!(link instanceof HTMLAnchorElement) || !/^https?:$/.test(link.protocol)) return false
  // `href="#"`: a button.
  if (link.getAttribute("href")?.startsWith("#") && !isRoute(link.hash)) return false
  const [here, there] = [pathOf(location), pathOf(link)]
  const isNumbered = /\d[^/]*$/.test(here)
  if (there === here) return !isNumbered && link.search !== location.search
  return !(isNumbered && there.startsWith(`${here}/`))
}

/** Whether an e-mail address stands on one of several cards, each with an address of its own. */
export function isOnCard(element: Element): boolean {
  for (
    let card = element, up = 0;
    up < 5 && card.parentElement && card !== document.body;
    card = card.parentElement, up++
  ) {
    const alike = [...card.parentElement.children].filter(
      one => one.tagName === card.tagName && card.className !== "" && one.className === card.className,
    )
    if (alike.length < 3) continue
    const addresses = alike.slice(0, 50).flatMap(one => mailAddress.exec(textOf(one))?.[0] ?? [])
    if (addresses.length >= 3 && new Set(addresses).size === addresses.length) return true
  }
  return false
}

/** Whether an element stands in a row of a table of records, however few there are. */
export function isOfRecords(element: Element): boolean {
  const record = element.closest(records)
  return record !== null && !isOfForm(record)
}

function isOfForm(record: Element): boolean {
  return record.matches("tr:not([role=row])") && !isOfTable(record)
}

function isHead(row: Element): boolean {
  return row.localName === "tr" && row.querySelector(":scope > td") === null
}

/** A table of records has a head, or boxes to tick. */
function isOfTable(row: Element): boolean {
  const table = row.closest("table")
  return row.querySelector(ticks) !== null || (table?.querySelectorAll("tr:first-child > th").length ?? 0) >= 3
}

function textOf(element: Element): string {
  return element.textContent?.slice(0, 2_000) ?? ""
}

/** With the fragment, where an application turns its pages behind it. */
function pathOf({ host, pathname, hash }: Location | HTMLAnchorElement): string {
  return `${host}${pathname}${isRoute(hash) ? hash.split("?")[0] : ""}`.replace(/\/$/, "")
}

function isRoute(hash: string): boolean {
  return hash.includes("/")
}
