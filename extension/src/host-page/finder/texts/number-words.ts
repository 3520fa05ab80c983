/** `12.480,50`, `12,480.50`, `3.99` */
const amounts = /(?<![\p{L}\d.,-])\d{1,3}([.,]?\d{3})*[.,]\d{2}(?![\p{L}\d-])/gu

/**
 * The words of a text that could be the number of a case: a digit in it, 3 to 40 characters, no date, no amount of money.
 * `Invoice VF-2026-04183 – Grootboek` gives `VF-2026-04183`; `FA/2026/0117` is one word.
 */
export function numberWords(text: string): string[] {
  const words = plainText(text.slice(0, 2_000))
    .replace(amounts, " ")
    .split(/[\s,;:()[\]{}<>"'“”‘’|&=?#!*%@›»·]+/)
    .map(word => word.replace(/^[.\-_/\\]+|[.\-_/\\]+$/g, ""))
  return [...new Set(words.filter(couldBeNumber))]
}

/** The number-like parts of an address: a slash in it ends a word, a slash that is written `%2F` belongs to one. */
export function numberWordsOfAddress(address: string): string[] {
  const parts = address.slice(0, 1_000).split("/").map(decoded)
  return [...new Set(parts.flatMap(numberWords))]
}

/** With one kind of dash, and without what cannot be seen between two letters. */
export function plainText(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function couldBeNumber(word: string): boolean {
  if (word.length < 3 || word.length > 40 || !/\d/.test(word)) return false
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(word)) return false
  return /^[\p{L}\d][\p{L}\d._/-]*$/u.test(word)
}
