/** Numbers looked up at once; the API takes at most 200. */
const most = 60

/** `12.480,50`, `12,480.50`, `3.99` */
const amounts = /(?<![\p{L}\d.,-])\d{1,3}([.,]?\d{3})*[.,]\d{2}(?![\p{L}\d-])/gu

/**
 * The words of a text that could be the number of a case: a digit in it, 3 to 40 characters, no date, no amount of money.
 * `Invoice VF-2026-04183 – Grootboek` gives `VF-2026-04183`.
 */
export function numberWords(text: string): string[] {
  const words = text
    .replace(amounts, " ")
    .split(/[\s,;:()[\]{}<>"'“”‘’|&=?#!*%@]+|\/+/)
    .map(word => word.replace(/^[.\-_]+|[.\-_]+$/g, ""))
  return [...new Set(words.filter(couldBeNumber))].slice(0, most)
}

function couldBeNumber(word: string): boolean {
  if (word.length < 3 || word.length > 40 || !/\d/.test(word)) return false
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(word)) return false
  return /^[\p{L}\d][\p{L}\d._-]*$/u.test(word)
}
