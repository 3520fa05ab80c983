import { emailWords } from "./email-words.ts"

/** A size for people, as written in that language: `184 KB`, `1,2 Mo`. */
export function fileSize(bytes: number, language: string): string {
  const { KB, MB } = emailWords(language).units
  const [amount, unit, digits] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), KB, 0] : [bytes / 1_000_000, MB, 1]
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(amount)} ${unit}`
}
