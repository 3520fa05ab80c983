import type { CaseKindFound, Findings, FoundBy, FoundText } from "../findings"
import type { PageRules } from "../rules"
import { type MatchedPage, matchPage, pathUnder } from "./match-page"
import { readField } from "./read-field"
import { readRows, readRuleRows } from "./rows"
import { readStructuredData } from "./structured-data"
import { addressesIn } from "./texts/addresses"
import { isDoubtful } from "./texts/doubt"
import { numberWords, numberWordsOfAddress } from "./texts/number-words"
import { numbersOf, patternReader, type ReadPatterns } from "./texts/page-numbers"
import { readTexts } from "./texts/read-texts"
import { readSelection } from "./texts/selection"
import { headingTexts, titleTexts } from "./texts/title-texts"
import { firstVisible } from "./visible"

const nothing: Omit<Findings, "place"> = {
  page: "other",
  groups: [],
  ticked: [],
  words: [],
  isWhole: true,
  isDoubtful: false,
}

/** What names a case on this page, place by place, in the order of trust; with the open shadow roots in it, to be watched too. */
export async function readPage(
  rules: PageRules,
  pause: () => Promise<boolean>,
): Promise<{ findings: Findings; roots: ShadowRoot[] }> {
  // A frame that nobody can see shows nothing.
  const place = location.href.slice(0, 2_000)
  if (!rules.readsCases || innerWidth < 3 || innerHeight < 3) return { findings: { ...nothing, place }, roots: [] }
  const read = patternReader(rules.patterns)
  const matched = matchPage(rules, location)
  const byRule = matched && readByRule(matched)
  if (byRule?.isDraft) return { findings: { ...nothing, place, page: "draft" }, roots: [] }
  const title = titleTexts()
  const scanned = await scan(read, pause)
  const hasRows = matched?.rule.rows !== undefined
  const tables =
    matched && (hasRows || matched.rule.shows === "case") ? undefined : readRows(text => rowNumbers(text, read))
  const rows = tables ?? byRule
  const places: Record<FoundBy, FoundText[]> = {
    address: byRule?.address ?? generalAddress(rules, read),
    element: byRule?.element ?? [],
    data: readStructuredData().map(text => ({
      ...text,
      isVouched: read(text.text).some(one => one.text === text.text),
    })),
    title: [...(byRule?.title ?? []), ...title.flatMap(text => numbersOf(text, read))],
    selection: readSelection().flatMap(text => [...numbersOf(text, read), ...addressTexts(text)]),
    pattern: [...(tables?.texts ?? []), ...scanned.numbers],
    email: scanned.addresses.map(text => ({ text, as: "address" })),
  }
  // The rows of a list are what it shows; what else stands around them is not.
  if (hasRows) places.data = places.title = places.pattern = places.email = []
  const named = matched ? wordsOfRule(matched, byRule?.element ?? []) : []
  const isList = matched ? matched.rule.shows === "list" : isListOf(tables, places.title)
  return {
    findings: {
      place,
      page: isList ? "list" : matched ? "case" : "other",
      ...(byRule?.shows ? { shows: byRule.shows } : {}),
      groups: groupsOf(places),
      ticked: unique(rows?.ticked ?? []).slice(0, 200),
      words: unique([...named, ...headingTexts(), ...scanned.words].map(word => word.slice(0, 200))).slice(0, 400),
      isWhole: scanned.isWhole && (rows?.isWhole ?? true),
      isDoubtful: isDoubtful({ path: pathUnder(location, rules.under), titles: title }),
    },
    roots: scanned.roots,
  }
}

type ByRule = Record<"address" | "element" | "title", FoundText[]> & {
  shows: CaseKindFound | undefined
  isDraft: boolean
  ticked: string[]
  texts: FoundText[]
  isWhole: boolean
}

/** What a rule reads: of fields that say the same thing from the same place, the first that is there. */
function readByRule({ rule, groups }: MatchedPage): ByRule {
  const isDraft = rule.drafts?.some(selector => firstVisible(selector)) ?? false
  const read: ByRule = {
    address: [],
    element: [],
    title: [],
    shows: rule.fields[0]?.kind,
    isDraft,
    ticked: [],
    texts: [],
    isWhole: true,
  }
  if (rule.shows === "list") {
    const rows = readRuleRows(rule, groups)
    return { ...read, ...rows, element: rows.texts }
  }
  for (const field of rule.fields) {
    const found = readField(field, { rule, groups })
    if (found?.isDraft) read.isDraft = true
    if (!found?.text) continue
    const { kind, as } = found.text
    const place = read[found.by as "address" | "element" | "title"]
    if (!place.some(text => text.kind === kind && text.as === as)) place.push(found.text)
  }
  return read
}

async function scan(read: ReadPatterns, pause: () => Promise<boolean>) {
  const numbers: FoundText[] = []
  const addresses: string[] = []
  const words = new Set<string>()
  function visit(text: string) {
    if (numbers.length < 500) numbers.push(...read(text))
    if (addresses.length < 100) addresses.push(...addressesIn(text))
    if (words.size < 340) for (const word of numberWords(text)) words.add(word)
  }
  const { isWhole, roots } = await readTexts({ wants: text => /[\d@]/.test(text), visit }, pause)
  return { numbers, addresses: unique(addresses), words: [...words], isWhole: isWhole && numbers.length < 500, roots }
}

/** Without rules: the numbers in the address, and its parts as ids. Where a tool has rules, an id on another of its pages is of something else. */
function generalAddress(rules: PageRules, read: ReadPatterns): FoundText[] {
  const address = `${location.pathname}/${location.search}/${location.hash}`
  const words = numberWordsOfAddress(address).slice(0, 20)
  const numbers = words.map(word => ({
    text: word,
    as: "number" as const,
    isVouched: read(word).some(one => one.text === word),
  }))
  if (rules.pages.length > 0) return numbers
  return [...numbers, ...words.map(word => ({ text: word, as: "external-id" as const }))]
}

/** What a rule read as number or heading can be seen as well, in a field or in a text of any length. */
function wordsOfRule({ rule }: MatchedPage, element: FoundText[]): string[] {
  const heading = rule.heading ? firstVisible(rule.heading)?.textContent : undefined
  const numbers = element.filter(text => text.as === "number").map(({ text }) => text)
  return [...numbers, ...(heading ? [heading.replace(/\s+/g, " ").trim()] : [])]
}

function rowNumbers(text: string, read: ReadPatterns): FoundText[] {
  const declared = read(text)
  return declared.length > 0 ? declared : numberWords(text).map(word => ({ text: word, as: "number" }))
}

/** A page that names one case itself is no list, whatever tables stand on it. */
function isListOf(rows: { isList?: boolean } | undefined, title: FoundText[]): boolean {
  return rows?.isList === true && !title.some(text => text.isVouched)
}

function addressTexts(text: string): FoundText[] {
  return addressesIn(text).map(address => ({ text: address, as: "address" }))
}

function groupsOf(places: Record<FoundBy, FoundText[]>): Findings["groups"] {
  const order = Object.keys(places) as FoundBy[]
  return order.flatMap(by => {
    const texts = new Map(places[by].filter(fits).map(text => [`${text.as} ${text.kind ?? ""} ${text.text}`, text]))
    return texts.size === 0 ? [] : [{ by, texts: [...texts.values()].slice(0, 200) }]
  })
}

function fits({ text }: FoundText): boolean {
  return text.length > 0 && text.length <= 120
}

function unique<T>(all: T[]): T[] {
  return [...new Set(all)]
}
