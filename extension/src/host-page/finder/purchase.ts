const buying =
  /(?<!\p{L})(purchas\p{L}*|vendors?|suppliers?|bills?|payables?|inkoop\p{L}*|leverancier\p{L}*|crediteur\p{L}*|fournisseurs?|achats?|lieferant\p{L}*|eingangsrechnung\p{L}*|kreditor\p{L}*|einkauf\p{L}*)(?!\p{L})/iu

/** Whether a page's address or titles speak of buying, in the languages that tools here have: then its numbers are a supplier's. */
export function speaksOfBuying(texts: readonly string[]): boolean {
  return texts.some(text => buying.test(text.slice(0, 300)))
}
