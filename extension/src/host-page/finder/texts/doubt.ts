const buying =
  /(?<!\p{L})(?:purchas\p{L}*|vendors?|suppliers?|bills?|payables?|inkoop\p{L}*|leverancier\p{L}*|crediteur\p{L}*|fournisseurs?|achats?|lieferant\p{L}*|eingangsrechnung\p{L}*|kreditor\p{L}*|einkauf\p{L}*)(?!\p{L})/iu

const before =
  /(?<!\p{L})(?:quotes?|quotations?|estimates?|orders?|proformas?|offertes?|bestelling\p{L}*|pakbon\p{L}*|devis|commandes?|angebot\p{L}*|auftr[aä]g\p{L}*|bestellung\p{L}*)(?!\p{L})/iu

const drafts = /(?<!\p{L})(?:drafts?|entw[uü]rfe?|brouillons?|conceptfactu\p{L}*)(?!\p{L})/iu
const concept = /(?<!\p{L})concept(?!\p{L})/iu

const invoices =
  /(?<!\p{L})(?:invoices?|facture?s?|factu(?:ur|ren)\p{L}*|\p{L}*rechnung\p{L}*|statements?|reminders?)(?!\p{L})/iu

/**
 * Whether a page's address or its titles speak of something that is no case of ours: of buying, of drafts, or, without a word of
 * invoices, of quotes and orders. Their numbers easily look like an invoice's. In the languages that tools here have.
 */
export function isDoubtful({ path, titles }: { path: string; titles: readonly string[] }): boolean {
  return [path.slice(0, 300), titles.map(one => one.slice(0, 300)).join(" \n ")].some(
    text =>
      buying.test(text) ||
      drafts.test(text) ||
      // A customer may well be called Concept.
      (invoices.test(text) ? concept.test(text) : before.test(text)),
  )
}
