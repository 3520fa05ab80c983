import type { FoundText } from "../../findings"
import { isCovered } from "../covered"
import { allMatches, isVisible } from "../visible"
import { addressTexts } from "./addresses"
import { isBeside } from "./beside"
import { namesSeller } from "./doubt"
import { couldSayDraft, saysDraft } from "./draft-said"
import { isElsewhere, isListed, isOnCard } from "./listed"
import { numberWords } from "./number-words"
import type { ReadPatterns } from "./page-numbers"
import { readTexts } from "./read-texts"
import { isWholeIn, labelOf } from "./surroundings"

/** What reading through the visible texts gives. `words`: number-like ones, at most 340. `isDraft`, `isOfSeller`: what a text of the page says. */
export type Scanned = {
  numbers: FoundText[]
  addresses: FoundText[]
  words: string[]
  isDraft: boolean
  isOfSeller: boolean
  isWhole: boolean
  roots: ShadowRoot[]
}

/** Reads through the page for declared numbers and e-mail addresses, and for what says that it is about something else. */
export async function scanPage(read: ReadPatterns, pause: () => Promise<boolean>): Promise<Scanned> {
  const numbers = new Found()
  const addresses = new Found()
  const words = new Set<string>()
  let isDraft = false
  let isOfSeller = false
  function visit(text: string, element: Element): boolean {
    isDraft ||= couldSayDraft(text) && saysDraft(element)
    isOfSeller ||= namesSeller(text) && !element.closest("a, button, li, select") && !isBeside(element)
    if (!/[\d@]/.test(text)) return true
    for (const number of readIn(text, { element, read }))
      numbers.keep(number, element, () => isListed(element) || isElsewhere(element) || isCovered(element))
    for (const address of addressTexts(text))
      addresses.keep(address, element, () => isListed(element) || isOnCard(element))
    if (words.size < 340) for (const word of numberWords(text)) words.add(word)
    return numbers.size < 300
  }
  const wants = (text: string) => /[\d@]/.test(text) || couldSayDraft(text) || namesSeller(text)
  const { isWhole, roots } = await readTexts({ wants, visit }, pause)
  for (const link of allMatches('a[href^="mailto:" i]').slice(0, 50).filter(isVisible))
    for (const address of addressTexts(decodedAddress(link)))
      addresses.keep(address, link, () => isListed(link) || isOnCard(link))
  return { numbers: numbers.all(), addresses: addresses.all(), words: [...words], isDraft, isOfSeller, isWhole, roots }
}

/** Texts by what they say. Those that stand beside the page only are left out, unless nothing else is there. */
class Found {
  readonly #own = new Map<string, FoundText>()
  readonly #beside = new Map<string, FoundText>()

  get size(): number {
    return this.#own.size + this.#beside.size
  }

  /** Once outside a list is enough. */
  keep(found: FoundText, element: Element, isIn: () => boolean): void {
    if (this.#own.get(found.text)?.isListed === false) return
    if (isBeside(element)) this.#beside.set(found.text, { ...found, isListed: true })
    else this.#own.set(found.text, { ...found, isListed: isIn() })
  }

  all(): FoundText[] {
    return [...(this.#own.size > 0 ? this.#own : this.#beside).values()]
  }
}

/** The numbers in a text, as far as none of them goes on in the element beside it. */
function readIn(text: string, { element, read }: { element: Element; read: ReadPatterns }): FoundText[] {
  const found = read(text)
  if (found.length === 0 || element.closest('a[href^="tel:" i]')) return []
  const digits = found.some(number => /^\d+$/.test(number.text))
  const known = digits ? read(text, labelOf(element)) : found
  return known.filter(number => isWholeIn(number.text, { text, element }))
}

/** Of a link to write a mail: mail applications show a name there. */
function decodedAddress(link: Element): string {
  const written = link.getAttribute("href")?.slice(7).split("?")[0] ?? ""
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
