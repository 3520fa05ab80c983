/** A number-like text of an element, and how it stands there. */
export type Reading = {
  number: string
  from: "text" | "value" | "attribute"
  attribute?: string
  /** What stands before and after it in the same text. */
  before: string
  after: string
}

/** Longer texts are no heading, cell or field: somebody points at the thing itself. */
const longestText = 300

/** Where a number may stand when an element's text does not show it: cut off with dots, or drawn. */
const attributes = ["title", "aria-label", "alt", "data-number", "data-value", "data-id", "content"]

/** The number-like texts of an element, the likeliest first, at most 5: of its value, else its text, else an attribute. */
export function readNumbers(element: Element): Reading[] {
  const value = typedValue(element)
  if (value !== undefined) return readingsIn(value, { from: "value" })
  const inText = readingsIn(textOf(element), { from: "text" }).filter(one => standsAlone(one.number, element))
  if (inText.length > 0) return inText
  return attributes.flatMap(attribute =>
    readingsIn(element.getAttribute(attribute) ?? "", { from: "attribute", attribute }),
  )
}

/** The text as a person reads it: blocks apart, without what is not shown, one space for every gap. Empty where it is too long. */
export function textOf(element: Element): string {
  if ((element.textContent ?? "").length > longestText * 5) return ""
  const text = shownText(element).replace(/\s+/g, " ").trim()
  return text.length > longestText ? "" : text
}

function shownText(element: Element): string {
  return [...element.childNodes].map(textOfNode).join("")
}

function textOfNode(node: ChildNode): string {
  if (node.nodeType === 3) return node.textContent ?? ""
  if (node.nodeType !== 1 || /^(script|style|noscript|template)$/i.test(node.nodeName)) return ""
  const element = node as Element
  const text = shownText(element)
  return /^(inline|contents)$/.test(getComputedStyle(element).display) ? text : ` ${text} `
}

/** The finder reads the plain text, in which blocks touch each other: there too the number must not be part of a longer word. */
function standsAlone(number: string, element: Element): boolean {
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, longestText)
  const isPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + number.length])) return true
  return false
}

const typed = /^(text|search|number|tel|url|)$/

/** What is typed in a field; never a password, an e-mail address or what is hidden. */
function typedValue(element: Element): string | undefined {
  const { localName } = element
  // What somebody is still writing is never read, whatever a rule says.
  if (localName === "textarea" || (element as HTMLElement).isContentEditable) return ""
  if (localName === "select") return (element as HTMLSelectElement).selectedOptions[0]?.text ?? ""
  if (localName !== "input") return undefined
  const field = element as HTMLInputElement
  return typed.test(field.type) ? field.value.slice(0, longestText) : ""
}

const word = /[\p{L}\p{N}]+(?:[-_/.,:][\p{L}\p{N}]+)*/gu

function readingsIn(text: string, how: Pick<Reading, "from" | "attribute">): Reading[] {
  const found = [...text.matchAll(word)].filter(match => isNumberLike(match[0], text.slice(0, match.index)))
  const readings = found.map(match => ({
    ...how,
    number: match[0],
    before: text.slice(0, match.index).trim(),
    after: text.slice(match.index + match[0].length).trim(),
  }))
  return readings.sort((one, other) => likeness(other.number) - likeness(one.number)).slice(0, 5)
}

const dates = /^(\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/
const amounts = /^\d{1,3}([.,]\d{3})*[.,]\d{2}$|^\d{1,3}([.,]\d{3})+$/

/** Could this be the number of an invoice or customer? No date, amount or time; enough digits. */
function isNumberLike(text: string, before = ""): boolean {
  if (text.length < 3 || text.length > 40 || /[,:]/.test(text)) return false
  if (dates.test(text) || amounts.test(text)) return false
  if (/[€$£¥]\s*$/.test(before)) return false
  const digits = (text.match(/\d/g) ?? []).length
  return /\p{L}/u.test(text) ? digits >= 2 : digits >= 3
}

/** Letters and digits together look more like a number of ours than a year does. */
function likeness(number: string): number {
  const digits = (number.match(/\d/g) ?? []).length
  return digits + (/\p{L}/u.test(number) ? 10 : 0) + (/[-/_]/.test(number) ? 5 : 0)
}
