/**
 * What an element may be called by in a rule: names that people gave, which are the same on the next page and after the next release. Never
 * what was generated, what says a state, or what holds the content itself.
 */
export type StableName = { css: string; cost: number }

const testNames = ["data-testid", "data-test", "data-test-id", "data-cy", "data-qa", "data-field", "data-fieldname"]
const dataNames = [...testNames, "data-name", "data-column", "data-col", "data-label", "data-role", "data-type"]

/** The names of one element, the most telling first. */
export function stableNames(element: Element): StableName[] {
  const tag = CSS.escape(element.localName)
  const names: StableName[] = []
  const add = (css: string, cost: number) => names.push({ css, cost })
  const id = element.id
  if (isGiven(id)) add(`#${CSS.escape(id)}`, 1)
  const attribute = (name: string, cost: number) => {
    const value = element.getAttribute(name)
    if (value && isGiven(value)) add(`${tag}[${name}="${value}"]`, cost)
  }
  attribute("itemprop", 1)
  for (const name of dataNames) attribute(name, 2)
  if (/^(input|select|textarea|iframe|form)$/.test(element.localName)) {
    attribute("name", 1)
    attribute("aria-label", 3)
  }
  if (/^(nav|section|table|aside|form|ul|ol|fieldset)$/.test(element.localName)) attribute("aria-label", 3)
  if (/^(h1|main|header|dl|caption|legend)$/.test(element.localName)) add(tag, 2)
  const link = linkPart(element)
  if (link) add(`a[href*="${link}"]`, 3)
  attribute("role", 4)
  for (const name of element.classList) if (isGivenClass(name)) add(`${tag}.${CSS.escape(name)}`, 4)
  if (!names.some(({ css }) => css === tag)) add(tag, 6)
  return names.sort((one, other) => one.cost - other.cost).slice(0, 6)
}

/** Counted by a framework, a hash, or content: not given by a person. */
const generated = /^(ember|react|radix|mui|headlessui|yui|gwt|ext-|el-id|id-|view|cid|tid|jq|select2|dp|ui-id|__)/i

function isGiven(value: string): boolean {
  if (!/^[A-Za-z][\w.:-]{1,60}$/.test(value) || generated.test(value)) return false
  if (/\d$/.test(value) || /\d{3}/.test(value)) return false
  return value.split(/[-_.:]/).every(part => !isHash(part))
}

const states =
  /^(is|has|js|ng|css|sc|jss|svelte|v|w|h|p|m|px|py|mx|my|mt|mb|ml|mr|pt|pb|pl|pr|col|row|text|bg|font|border|rounded|shadow|flex|grid|items|justify|gap|space|d|align|float|order|hover|focus|sm|md|lg|xl)([-_]|$)|(^|[-_])(active|selected|current|open|opened|closed|overdue|paid|draft|hidden|visible|show|shown|disabled|enabled|checked|loading|loaded|expanded|collapsed|first|last|odd|even|new|unread|error|warning|success|danger|dirty|valid|invalid|touched|fade|in|on|off)([-_]|$)/i

function isGivenClass(name: string): boolean {
  return (
    /^[A-Za-z]+([-_]{1,2}[A-Za-z]+)*$/.test(name) &&
    name.length >= 3 &&
    name.length <= 40 &&
    !states.test(name) &&
    isGiven(name)
  )
}

/** `a8f3c1`, `bdVaJa`, `xkqzpt`: no word of any language. */
function isHash(part: string): boolean {
  if (/\d/.test(part) && /[a-z]/i.test(part) && part.length >= 5) return true
  const humps = part.split(/(?<=[a-z])(?=[A-Z])/)
  if (humps.length > 2 && humps.every(hump => hump.length < 3)) return true
  return part.length >= 5 && /[bcdfghjklmnpqrstvwxz]{6,}/i.test(part)
}

/** The part of a link that is the same for all of its kind: `/customers/` of `/demo/customers/10482`, `socid=` of `?socid=42`. */
function linkPart(element: Element): string | undefined {
  const href = element.localName === "a" ? (element.getAttribute("href") ?? "") : ""
  const inQuery = /[?&]([a-z_]{2,20}=)[^&#]*\d/i.exec(href)?.[1]
  const inPath = /(\/[a-z][a-z_-]{2,40}\/)[^/?#]*\d[^/]*$/i.exec(href.split(/[?#]/)[0] ?? "")?.[1]
  return inPath ?? inQuery
}
