import type { FoundText } from "../../findings"
import type { Expression } from "../../rules"
import { expressionOf } from "../match-page"
import { numberWords, plainText } from "./number-words"

/** The numbers of the declared patterns in a text, each once. `label`: what stands before the text, of which the number may be a part. */
export type ReadPatterns = (text: string, label?: string) => FoundText[]

/** Of another kind, whatever its digits: what a telephone or bank account begins with, and what names one, or a register. */
const begun =
  /\+\d[\d\s().-]*$|(?<![\p{L}\p{N}.,-])0\d{0,4}\)?[\s/-]*$|(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{2,4})*\s?$/u
const named =
  /(?<!\p{L})(?:tel|telephone|telefoon|telefon|t[ée]l[ée]phone|phone|fax|mobile?|mobiel|gsm|kvk|coc|iban|siren|siret|btw|vat|ust|bsn)(?:[-\s]?(?:no|nr|id|number|nummer))?[\s.:#]*$/iu

/** Reads numbers by what an administration declared. */
export function patternReader(patterns: readonly Expression[]): ReadPatterns {
  const expressions = patterns.slice(0, 20).flatMap(pattern => expressionOf(pattern) ?? [])
  return (text, label = "") => {
    if (!/\d/.test(text)) return []
    const plain = plainText(text)
    const found = expressions.flatMap(expression =>
      [...plain.matchAll(expression)]
        .slice(0, 50)
        .filter(
          ({ 0: number, index }) => !isOfOther(number, { label, before: plain.slice(Math.max(0, index - 40), index) }),
        )
        .map(([number]) => number),
    )
    return [...new Set(found)].map(number => ({ text: number, as: "number", isVouched: true }))
  }
}

/** The number-like words of a text, in its order; those of a declared pattern are vouched for. */
export function numbersOf(text: string, read: ReadPatterns): FoundText[] {
  const vouched = read(text)
  const isInside = (word: string) => vouched.some(one => one.text === word || one.text.includes(word))
  const others = numberWords(text).filter(word => !isInside(word))
  const all: FoundText[] = [...vouched, ...others.map(word => ({ text: word, as: "number" as const }))]
  const plain = plainText(text)
  return all.sort((one, other) => plain.indexOf(one.text) - plain.indexOf(other.text))
}

function isOfOther(number: string, { label, before }: { label: string; before: string }): boolean {
  return /^\d+$/.test(number) && (begun.test(before) || named.test(`${label} ${before}`))
}
