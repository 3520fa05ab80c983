import type { FoundText } from "../../findings"
import { allMatches, isVisible } from "../visible"
import { addressTexts } from "./addresses"
import { isListed } from "./listed"
import { numberWords } from "./number-words"
import type { ReadPatterns } from "./page-numbers"
import { readTexts } from "./read-texts"

/** What reading through the visible texts gives. `words`: number-like ones, at most 340. */
export type Scanned = {
  numbers: FoundText[]
  addresses: FoundText[]
  words: string[]
  isWhole: boolean
  roots: ShadowRoot[]
}

/** Reads through the page for declared numbers and e-mail addresses. */
export async function scanPage(read: ReadPatterns, pause: () => Promise<boolean>): Promise<Scanned> {
  const numbers = new Map<string, FoundText>()
  const addresses = new Map<string, FoundText>()
  const words = new Set<string>()
  /** Once outside a list is enough. */
  function keep(texts: Map<string, FoundText>, found: FoundText, isIn: () => boolean) {
    if (texts.get(found.text)?.isListed === false) return
    texts.set(found.text, { ...found, isListed: isIn() })
  }
  function visit(text: string, element: Element): boolean {
    for (const number of read(text)) keep(numbers, number, () => isListed(element))
    for (const address of addressTexts(text)) keep(addresses, address, () => isListed(element))
    if (words.size < 340) for (const word of numberWords(text)) words.add(word)
    return numbers.size < 300
  }
  const { isWhole, roots } = await readTexts({ wants: text => /[\d@]/.test(text), visit }, pause)
  for (const link of allMatches('a[href^="mailto:" i]').slice(0, 50).filter(isVisible))
    for (const address of addressTexts(decodedAddress(link))) keep(addresses, address, () => isListed(link))
  return { numbers: [...numbers.values()], addresses: [...addresses.values()], words: [...words], isWhole, roots }
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
