import type { FoundText } from "../../findings"
import type { Expression } from "../../rules"
import { expressionOf } from "../match-page"
import { numberWords, plainText } from "./number-words"

/** The numbers of the declared patterns in a text, each once. */
export type ReadPatterns = (text: string) => FoundText[]

/** Reads numbers by what an administration declared. */
export function patternReader(patterns: readonly Expression[]): ReadPatterns {
  const expressions = patterns.slice(0, 20).flatMap(pattern => expressionOf(pattern) ?? [])
  return text => {
    if (!/\d/.test(text)) return []
    const plain = plainText(text)
    const found = expressions.flatMap(expression => (plain.match(expression) ?? []).slice(0, 50))
    return [...new Set(found)].map(number => ({ text: number, as: "number", isVouched: true }))
  }
}

/** The number-like words of a text; those of a declared pattern are vouched for. */
export function numbersOf(text: string, read: ReadPatterns): FoundText[] {
  const vouched = read(text)
  const isInside = (word: string) => vouched.some(one => one.text === word || one.text.includes(word))
  const others = numberWords(text).filter(word => !isInside(word))
  return [...vouched, ...others.map(word => ({ text: word, as: "number" as const }))]
}
