import type { Findings, FoundBy, FoundText } from "../findings"
import type { PageRules } from "../rules"
import { isForeign, matchPage, pathUnder } from "./match-page"
import { readByRule } from "./read-by-rule"
import { recordAddress } from "./record-address"
import { readRows } from "./rows"
import { readStructuredData } from "./structured-data"
import { addressTexts } from "./texts/addresses"
import { isDoubtful, isOfOtherRecord } from "./texts/doubt"
import { numberWords, numberWordsOfAddress } from "./texts/number-words"
import { numbersOf, patternReader, type ReadPatterns } from "./texts/page-numbers"
import { scanPage } from "./texts/scan-page"
import { readSelection } from "./texts/selection"
import { headingTexts, titleTexts } from "./texts/title-texts"
import { holders, isVisible } from "./visible"

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
  if (!rules.readsCases || innerWidth < 3 || innerHeight < 3 || !holders().every(isVisible))
    return { findings: { ...nothing, place }, roots: [] }
  const read = patternReader(rules.patterns)
  const matched = matchPage(rules, location)
  const byRule = matched && readByRule(matched)
  if (byRule?.isDraft) return { findings: { ...nothing, place, page: "draft" }, roots: [] }
  const scanned = await scanPage(read, pause)
  const { roots } = scanned
  if (scanned.isDraft && matched?.rule.shows === "case")
    return { findings: { ...nothing, place, page: "draft" }, roots }
  const title = titleTexts(roots)
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
    pattern: [
      ...(tables?.texts ?? []).map(text => ({ ...text, isListed: true })),
      ...(isOfOtherRecord(title) ? scanned.numbers.map(text => ({ ...text, isListed: true })) : scanned.numbers),
    ],
    email: scanned.addresses,
  }
  // The rows of a list are what it shows; what else stands around them is not.
  if (hasRows) places.data = places.title = places.pattern = places.email = []
  const isList = matched ? matched.rule.shows === "list" : isListOf(tables, places.title)
  return {
    findings: {
      place,
      page: isList ? "list" : matched ? "case" : "other",
      ...(byRule?.shows ? { shows: byRule.shows } : {}),
      groups: groupsOf(places),
      ticked: unique(rows?.ticked ?? []).slice(0, 200),
      words: unique(
        [...(byRule?.words ?? []), ...headingTexts(), ...scanned.words].map(word => word.slice(0, 200)),
      ).slice(0, 400),
      isWhole: scanned.isWhole && (rows?.isWhole ?? true),
      isDoubtful:
        scanned.isDraft ||
        scanned.isOfSeller ||
        isForeign(rules, location) ||
        isDoubtful({ path: pathUnder(location, rules.under), titles: title }),
    },
    roots,
  }
}

/** Without rules: the numbers in the address, and its parts as ids. Where a tool has rules, an id on another of its pages is of something else. */
function generalAddress(rules: PageRules, read: ReadPatterns): FoundText[] {
  const words = numberWordsOfAddress(recordAddress(location)).slice(0, 20)
  const numbers = words.map(word => ({
    text: word,
    as: "number" as const,
    isVouched: read(word).some(one => one.text === word),
  }))
  if (rules.pages.length > 0) return numbers
  return [...numbers, ...words.map(word => ({ text: word, as: "external-id" as const }))]
}

function rowNumbers(text: string, read: ReadPatterns): FoundText[] {
  const declared = read(text)
  return declared.length > 0 ? declared : numberWords(text).map(word => ({ text: word, as: "number" }))
}

/** A page that names one case itself is no list, whatever tables stand on it. */
function isListOf(rows: { isList?: boolean } | undefined, title: FoundText[]): boolean {
  return rows?.isList === true && !title.some(text => text.isVouched)
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
