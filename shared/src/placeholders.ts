/**
 * The closed list of placeholders, `{{name}}` or `{{name|fallback}}` in a text, with what staff see on the chip. There are no expressions
 * and there is no template engine: a placeholder is one fact of the case.
 */
export const placeholders = {
  "customer.name": "Customer name",
  "customer.number": "Customer number",
  "customer.street": "Customer street",
  "customer.postcode": "Customer postcode",
  "customer.city": "Customer city",
  "contact.name": "Contact name",
  "contact.salutation": "Contact salutation",
  "contact.address": "Contact email address",
  "case.number": "Case number",
  "case.openAmount": "Case open amount",
  "invoice.number": "Invoice number",
  "invoice.amount": "Invoice amount",
  "invoice.openAmount": "Open amount",
  "invoice.date": "Invoice date",
  "invoice.dueDate": "Due date",
  "invoice.daysOverdue": "Days overdue",
  "matter.number": "Matter number",
  "matter.description": "Matter description",
  "matter.openedOn": "Matter opened on",
  "openInvoices.table": "Table of open invoices",
  "openInvoices.total": "Total of open invoices",
  "openInvoices.count": "Number of open invoices",
  "administration.name": "Our name",
  "administration.replyAddress": "Our email address",
  "user.name": "Your name",
  "user.email": "Your email address",
  "portal.link": "Portal link",
} as const
export type PlaceholderName = keyof typeof placeholders
export const placeholderNames = Object.keys(placeholders) as [PlaceholderName, ...PlaceholderName[]]

/** One `{{…}}` as it stands in a text. */
export type Written = {
  /** The whole of it, with its braces. */
  text: string
  /** None: no placeholder of this name exists. */
  name: PlaceholderName | undefined
  /** What stands behind `|`, in the text's own notation (plain, or escaped HTML). */
  fallback: string | undefined
}

/** Anything between two pairs of braces; linear, because nothing in it is a brace. */
export const braces = /\{\{([^{}]*)\}\}/g

/** Reads what stands between the braces. */
export function readPlaceholder(text: string): Written {
  const inside = text.slice(2, -2)
  const bar = inside.indexOf("|")
  const name = (bar < 0 ? inside : inside.slice(0, bar)).replace(/&nbsp;|\u00a0/g, " ").trim()
  const fallback = bar < 0 ? "" : inside.slice(bar + 1).trim()
  return { text, name: isPlaceholder(name) ? name : undefined, fallback: fallback === "" ? undefined : fallback }
}

export function isPlaceholder(name: string): name is PlaceholderName {
  return Object.hasOwn(placeholders, name)
}

/** A placeholder as it is written into a text. */
export function writePlaceholder(name: PlaceholderName, fallback?: string): string {
  return fallback ? `{{${name}|${fallback}}}` : `{{${name}}}`
}

/** The placeholders of a text or of HTML, each once, in the order they come. */
export function placeholdersIn(...texts: string[]): PlaceholderName[] {
  const names = texts.flatMap(text => written(text).flatMap(one => one.name ?? []))
  return [...new Set(names)]
}

/**
 * What stands between two pairs of braces and would not be filled, as people see it: an unknown name (in an address, too), or one that
 * formatting cut in two (`{{<strong>invoice</strong>.number}}`). Each once.
 */
export function unknownIn(...texts: string[]): string[] {
  const unknown = texts.flatMap(text => {
    // As filling goes through it: no placeholder reaches over a tag.
    const whole = text.split(/(<[^<>]*>)/).flatMap(written)
    const seen = written(text.replace(/<[^<>]*>/g, ""))
    const [times, filled] = [timesOf(seen), timesOf(whole)]
    const cut = [...times.keys()].filter(one => (times.get(one) ?? 0) > (filled.get(one) ?? 0))
    return [...[...seen, ...whole].flatMap(one => (one.name ? [] : one.text)), ...cut]
  })
  return [...new Set(unknown)]
}

function timesOf(all: Written[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { text } of all) times.set(text, (times.get(text) ?? 0) + 1)
  return times
}

function written(text: string): Written[] {
  return [...text.matchAll(braces)].map(found => readPlaceholder(found[0]))
}
