import type { CaseSummary } from "@casepost/shared/cases"
import { patternOf } from "@casepost/shared/number-patterns"
import type { Findings, FoundBy, FoundText } from "../../host-page/findings"

/** A case of the backend's answer, with the text that it says matched. */
export type KnownCase = CaseSummary & { found: string }

/** A text on the page, and the case it names. `isSure`: it could bind, as far as the text itself tells. */
export type Hit = { of: KnownCase; text: FoundText; by: FoundBy; isSure: boolean }

type Seen = { known: readonly KnownCase[]; words: readonly string[] }

/** As the backend compares numbers: letters and digits, in any case, without accents. */
export function folded(number: string): string {
  return number
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
}

/** The known cases that the texts of one place name, in the order of the page. */
export function hitsOf(group: Findings["groups"][number], seen: Seen): Hit[] {
  return group.texts.flatMap(text =>
    seen.known
      .filter(one => names(text, one) && (isOffered(text) || isConfirmed(one, seen.words)))
      .map(of => ({ of, text, by: group.by, isSure: isSure(of, { text, by: group.by, words: seen.words }) })),
  )
}

/** Whether a text is as good a number as another: as sure, and of the same shape. */
export function isAlike(one: FoundText, other: FoundText): boolean {
  return one.as === "number" && (one.isVouched === true || patternOf(one.text) === patternOf(other.text))
}

function names(text: FoundText, of: KnownCase): boolean {
  if (text.kind && text.kind !== of.ref.kind) return false
  if (text.as === "number") return folded(text.text) === folded(of.number)
  if (text.as === "external-id") return text.text === of.found
  return of.ref.kind === "customer" && text.text.trim().toLowerCase() === of.found.trim().toLowerCase()
}

/** A part of an address that may be an id of anything names no case, unless more on the page does. */
function isOffered(text: FoundText): boolean {
  return text.as !== "external-id" || text.isVouched === true
}

type Found = { text: FoundText; by: FoundBy; words: readonly string[] }

/** Data that nobody sees may be of a page before, or of something that stands in this one. */
function isSure(of: KnownCase, { text, by, words }: Found): boolean {
  if (/^\d+$/.test(folded(text.text)) && !text.isVouched) return false
  return (text.as !== "external-id" && by !== "data") || isConfirmed(of, words)
}

/**
 * A case found by an id alone, or by data, must be seen on the page: ids of two tools are easily the same. Its own number, or for a customer
 * the name, among what can be read there.
 */
function isConfirmed(of: KnownCase, words: readonly string[]): boolean {
  const number = folded(of.number)
  if (number.length >= 3 && words.some(word => folded(word) === number)) return true
  const name = inWords(of.customerName)
  return of.ref.kind === "customer" && name.length >= 6 && words.some(word => inWords(word).includes(name))
}

/** ` bakkerij jansen bv `: compared as whole words. */
function inWords(text: string): string {
  return ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `
}
