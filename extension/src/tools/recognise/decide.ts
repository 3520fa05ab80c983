import type { CaseKindFound, Findings, FoundText } from "../../host-page/findings"
import { foundBy } from "../../host-page/findings"
import { folded, type Hit, hitsOf, isAlike, type KnownCase } from "./matching"
import type { FoundCase, Recognised } from "./recognised"

/** More addresses than this are a list of mails, not one mail. */
const addressesOfOneMail = 5

/** The first of two that stand there equally often is what a list is about. */
const kinds: readonly CaseKindFound[] = ["invoice", "matter", "customer"]

type Place = Findings["groups"][number]
type Page = { shows: CaseKindFound | undefined; places: Place[]; isWhole: boolean; isDoubtful: boolean }

/**
 * What a page shows: the findings of all its frames, against the cases that the backend knows of them. The first place, in the order of trust,
 * in which a known case stands decides; where anything speaks against it, the cases are offered and none is bound.
 */
export function decide(frames: readonly Findings[], known: readonly KnownCase[]): Recognised {
  if (frames.some(({ page }) => page === "draft")) return { kind: "none", why: "draft", numbers: [] }
  const page = pageOf(frames)
  const words = frames.flatMap(frame => frame.words)
  const hits = page.places.flatMap(place => hitsOf(place, { known, words }))
  const isCase = frames.some(frame => frame.page === "case")
  const isList = frames.some(frame => frame.page === "list") && !isCase
  if (isList) return listed(hits, { page, frames })
  const bound = boundBy(hits, page)
  if (bound) return { kind: "one", found: asFound(bound) }
  if (!isCase && isListOfLinks(hits, page)) return listed(hits, { page, frames })
  return offered(hits, { page, frames })
}

/** Lists that are no tables: all that is known on the page stands in records or links, and the page has no number of its own. */
function isListOfLinks(hits: readonly Hit[], page: Page): boolean {
  const isKnown = (text: FoundText) => hits.some(hit => hit.text === text)
  const isListing = hits.every(({ by, text }) => by === "pattern" && text.isListed)
  return isListing && casesOf(hits).length > 1 && !page.isDoubtful && !isTitledOtherwise(page, isKnown)
}

function pageOf(frames: readonly Findings[]): Page {
  const places = foundBy.map(by => ({
    by,
    texts: frames.flatMap(({ groups }) => groups.filter(group => group.by === by).flatMap(group => group.texts)),
  }))
  return {
    shows: frames.find(frame => frame.shows)?.shows,
    places: places.filter(place => place.texts.length > 0),
    isWhole: frames.every(frame => frame.isWhole),
    isDoubtful: frames.some(frame => frame.isDoubtful),
  }
}

/** The one hit that is certain enough to bind, or none. */
function boundBy(hits: readonly Hit[], page: Page): Hit | undefined {
  const named = namedByRule(page)
  if (new Set(named.map(text => folded(text.text))).size > 1) return undefined
  // The page says which one it is: nothing else on it may be taken for it.
  if (named.length > 0 && !hits.some(hit => named.includes(hit.text))) return undefined
  if (casesOf(hits.filter(hit => isByRule(hit) && fits(hit, page))).length > 1) return undefined
  const fitting = hits.filter(hit => fits(hit, page) && decides(hit))
  const place = page.places.find(({ by }) => fitting.some(hit => hit.by === by))
  const deciding = fitting.filter(hit => hit.by === place?.by)
  const isScanned = place?.by === "pattern" || place?.by === "email"
  const cases = isScanned ? deciding : innermost(deciding)
  const [first] = cases
  if (!first || !place || casesOf(cases).length > 1) return undefined
  return cases.find(hit => hit.isSure && !speaksAgainst(hit, { place, hits, page }))
}

/** A text that is weak by itself, and that no rule brought, leaves the word to the next place. */
function decides(hit: Hit): boolean {
  return hit.isSure || isByRule(hit)
}

function speaksAgainst(hit: Hit, { place, hits, page }: { place: Place; hits: readonly Hit[]; page: Page }): boolean {
  if (isDeclared(hit.text)) return false
  if (page.isDoubtful || hit.text.isListed) return true
  const isKnown = (text: FoundText) => hits.some(other => other.text === text)
  if (
    place.texts.some(text => isAlike(text, hit.text) && folded(text.text) !== folded(hit.text.text) && !isKnown(text))
  )
    return true
  if (hit.by === "title" && isOfAnother(hit, { place, isKnown })) return true
  if (hit.by === "address" && isContradicted(hit, hits)) return true
  const isScanned = hit.by === "pattern" || hit.by === "email"
  if (isScanned && (!page.isWhole || isTitledOtherwise(page, isKnown))) return true
  if (hit.by !== "email") return false
  const unknown = page.places.flatMap(({ texts }) => texts).some(text => text.isVouched && !isKnown(text))
  return unknown || new Set(place.texts.map(({ text }) => text)).size > addressesOfOneMail
}

/** `Credit note CN-2026-0009 for invoice VF-1`: what comes first is what the page is about, and Casepost does not know it. */
function isOfAnother({ text }: Hit, at: { place: Place; isKnown: (text: FoundText) => boolean }): boolean {
  const before = at.place.texts.slice(0, at.place.texts.indexOf(text))
  return before.some(one => !at.isKnown(one) && /\p{L}/u.test(one.text) && (one.text.match(/\d/g) ?? []).length >= 3)
}

/** The address has one number, the title another: one of them is of a page before, or of what a record was made from. */
function isContradicted(hit: Hit, hits: readonly Hit[]): boolean {
  const titled = hits.filter(other => other.by === "title" && other.isSure && other.of.ref.kind === hit.of.ref.kind)
  return titled.length > 0 && !titled.some(other => other.of.ref.id === hit.of.ref.id)
}

/** `Payment PAY-2026-0012`: the page is about that, whatever number of ours stands further down. */
function isTitledOtherwise({ places }: Page, isKnown: (text: FoundText) => boolean): boolean {
  const titles = places.find(({ by }) => by === "title")?.texts ?? []
  return titles.some(text => !isKnown(text) && isRecordNumber(text.text))
}

/** No version and no year: letters, and digits enough, or set apart. */
function isRecordNumber(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).length
  return /\p{L}/u.test(text) && !/^v\d/i.test(text) && (digits >= 4 || (digits === 3 && /[-/_.]/.test(text)))
}

function offered(hits: readonly Hit[], { page, frames }: { page: Page; frames: readonly Findings[] }): Recognised {
  const cases = casesOf(hits)
  if (cases.length === 0) return nothing(page)
  return { kind: "several", cases, isList: false, ticked: tickedOf(cases, frames) }
}

/** Cases of one kind: an invoice and its customer stand in the same row, and get one message. */
function listed(hits: readonly Hit[], { page, frames }: { page: Page; frames: readonly Findings[] }): Recognised {
  const all = casesOf(hits)
  const count = (kind: CaseKindFound) => all.filter(one => one.ref.kind === kind).length
  const shows = page.shows ?? kinds.toSorted((one, other) => count(other) - count(one))[0]
  const cases = all.filter(one => one.ref.kind === shows)
  if (cases.length === 0) return nothing(page)
  return { kind: "several", cases, isList: true, ticked: tickedOf(cases, frames) }
}

function nothing({ places }: Page): Recognised {
  const vouched = places.flatMap(({ texts }) => texts).filter(text => text.as === "number" && text.isVouched)
  const numbers = [...new Set(vouched.map(({ text }) => text))].slice(0, 5)
  return { kind: "none", why: numbers.length > 0 ? "unknown" : "nothing", numbers }
}

/** The numbers that a rule of the tool read for what the page shows. */
function namedByRule({ places, shows }: Page): FoundText[] {
  return places.flatMap(({ by, texts }) =>
    texts.filter(text => text.as === "number" && isByRule({ text, by }) && (!shows || text.kind === shows)),
  )
}

/** Data has kinds too, and nobody who knows the tool chose what it says. */
function isByRule({ text, by }: Pick<Hit, "text" | "by">): boolean {
  return by !== "data" && isDeclared(text)
}

function isDeclared(text: FoundText): boolean {
  return text.isVouched === true && text.kind !== undefined
}

function fits(hit: Hit, { shows }: Page): boolean {
  return !shows || hit.of.ref.kind === shows
}

/** `Invoice VF-1 – customer K-10`: the invoice, where the customer beside it is its own. */
function innermost(hits: readonly Hit[]): Hit[] {
  const inside = hits.filter(hit => hit.of.ref.kind !== "customer")
  const isItsOwn = (hit: Hit) => inside.some(one => one.of.customerId === hit.of.ref.id)
  return hits.filter(hit => hit.of.ref.kind !== "customer" || !isItsOwn(hit))
}

function casesOf(hits: readonly Hit[]): FoundCase[] {
  const cases = new Map<string, FoundCase>()
  for (const hit of hits) if (!cases.has(hit.of.ref.id)) cases.set(hit.of.ref.id, asFound(hit))
  return [...cases.values()]
}

function asFound({ of, text, by }: Hit): FoundCase {
  return { ...of, found: text.text, by }
}

function tickedOf(cases: readonly FoundCase[], frames: readonly Findings[]): string[] {
  const ticked = new Set(frames.flatMap(frame => frame.ticked).map(folded))
  return cases.filter(one => ticked.has(folded(one.found)) || ticked.has(folded(one.number))).map(one => one.ref.id)
}
