import type { Facts, FactValue } from "./facts.ts"
import { formatCount, formatDate, formatList, formatMoney } from "./formats.ts"
import type { Language } from "./organisations.ts"
import { braces, type PlaceholderName, readPlaceholder } from "./placeholders.ts"

/** Values somebody filled in by hand for one message. */
export type Given = Partial<Record<PlaceholderName, string>>

export type Filled = {
  text: string
  /** Without a value and without a fallback, each once: such a message is not sent. */
  missing: PlaceholderName[]
}

export type Filling = {
  facts: Facts
  given?: Given
  /** Wraps what was filled in, for a preview; `undefined` instead of a value where it is missing. Gets and gives HTML, or text in a subject. */
  mark?: (name: PlaceholderName, value: string | undefined) => string
}

/** The address a filled portal link has in a stored text: only the customer's own mail puts her personal link in its place. */
export const portalLinkHref = "casepost:portal"

const portalWords: Record<Language, string> = {
  nl: "uw klantportaal",
  en: "your customer portal",
  de: "Ihr Kundenportal",
  fr: "votre espace client",
}
const tableWords: Record<Language, { heads: [string, string, string, string]; more: (count: string) => string }> = {
  nl: { heads: ["Factuur", "Factuurdatum", "Vervaldatum", "Open"], more: count => `en nog ${count}` },
  en: { heads: ["Invoice", "Invoice date", "Due date", "Open"], more: count => `and ${count} more` },
  de: { heads: ["Rechnung", "Rechnungsdatum", "Fällig am", "Offen"], more: count => `und ${count} weitere` },
  fr: { heads: ["Facture", "Date de facture", "Échéance", "Restant dû"], more: count => `et ${count} autres` },
}

/** Fills a subject. Values become one line; nothing in them is read again. */
export function fillText(text: string, filling: Filling): Filled {
  const missing = new Set<PlaceholderName>()
  const filled = text.replace(braces, written => {
    const { name, fallback } = readPlaceholder(written)
    if (!name) return written
    const value = textOf(name, filling) ?? fallback
    if (value === undefined) missing.add(name)
    return filling.mark ? filling.mark(name, value) : (value ?? written)
  })
  return { text: filled, missing: [...missing] }
}

/**
 * Fills sanitised HTML (`clean-html`). Values are escaped and never read again, so a name such as `{{user.email}}` or `<script>` stays what it
 * is: text. A table of invoices ends the paragraph it stands in; where a table cannot stand it becomes a line. In an address (`href`) a value
 * is percent-encoded.
 */
export function fillHtml(html: string, filling: Filling): Filled {
  const missing = new Set<PlaceholderName>()
  const open: string[] = []
  const parts = html.split(/(<[^<>]*>)/)
  const filled = parts.map((part, place) => {
    if (place % 2 === 1) {
      follow(open, part)
      return part.replace(braces, written => {
        const { name, fallback } = readPlaceholder(written)
        const value = name && (textOf(name, filling) ?? (fallback === undefined ? undefined : plainOf(fallback)))
        if (name && value === undefined) missing.add(name)
        return value === undefined ? written : encodeURIComponent(value)
      })
    }
    return part.replace(braces, written => {
      const { name, fallback } = readPlaceholder(written)
      if (!name) return written
      const value = htmlOf(name, filling, open) ?? fallback
      if (value === undefined) missing.add(name)
      return filling.mark ? filling.mark(name, value) : (value ?? written)
    })
  })
  return {
    text: filled
      .join("")
      .replace(/(?<=<\/table><p>)(?:\s|&nbsp;)+/g, "")
      .replace(/<p>(?:\s|&nbsp;)*<\/p>(?=<table>)|(?<=<\/table>)<p><\/p>/g, ""),
    missing: [...missing],
  }
}

/** A fact as plain text in the language of the case; undefined where it is missing. */
function textOf(name: PlaceholderName, { facts, given }: Filling): string | undefined {
  const written = given?.[name]
  if (written !== undefined && oneLine(written) !== "") return oneLine(written)
  const value = facts.values[name]
  const text = value && oneLine(inWords(value, facts.language))
  return text === "" ? undefined : text
}

function inWords(value: FactValue, language: Language): string {
  if (value.kind === "text") return value.text
  if (value.kind === "money")
    return formatList(
      value.amounts.map(money => formatMoney(money, language)),
      language,
    )
  if (value.kind === "date") return formatDate(value.date, language)
  if (value.kind === "count") return formatCount(value.count, language)
  if (value.kind === "portal-link") return portalWords[language]
  const lines = value.invoices.map(({ number, open }) => `${number} (${formatMoney(open, language)})`)
  const more = value.more > 0 ? [tableWords[language].more(formatCount(value.more, language))] : []
  return [...lines, ...more].join(", ")
}

function htmlOf(name: PlaceholderName, filling: Filling, open: readonly string[]): string | undefined {
  const { facts, given } = filling
  const text = textOf(name, filling)
  if (text === undefined) return undefined
  const value = given?.[name] ? undefined : facts.values[name]
  if (value?.kind === "portal-link" && !open.includes("a")) return `<a href="${portalLinkHref}">${escaped(text)}</a>`
  if (value?.kind === "invoices" && open.at(-1) === "p" && value.invoices.length > 0)
    return `</p>${tableOf(value, facts.language)}<p>`
  return escaped(text)
}

function tableOf(value: Extract<FactValue, { kind: "invoices" }>, language: Language): string {
  const { heads, more } = tableWords[language]
  const row = (tag: "th" | "td", cells: string[]) =>
    `<tr>${cells.map(cell => `<${tag}>${escaped(oneLine(cell))}</${tag}>`).join("")}</tr>`
  const rows = value.invoices.map(({ number, date, dueDate, open }) =>
    row("td", [
      number,
      formatDate(date, language, "short"),
      formatDate(dueDate, language, "short"),
      formatMoney(open, language),
    ]),
  )
  const rest = value.more > 0 ? [row("td", [more(formatCount(value.more, language)), "", "", ""])] : []
  return `<table><thead>${row("th", heads)}</thead><tbody>${[...rows, ...rest].join("")}</tbody></table>`
}

/** Follows which elements are open behind a tag. */
function follow(open: string[], tag: string): void {
  const [, slash, name = ""] = /^<(\/?)([a-z0-9]+)/i.exec(tag) ?? []
  if (name === "" || name === "br") return
  if (!slash) open.push(name.toLowerCase())
  else if (open.at(-1) === name.toLowerCase()) open.pop()
}

/** No value breaks a header or turns the direction of what stands around it: control characters, line ends and directional overrides go. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character as keyof typeof entities])
}
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

function plainOf(html: string): string {
  return html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name as keyof typeof characters])
}
const characters = { lt: "<", gt: ">", quot: '"', amp: "&" }
