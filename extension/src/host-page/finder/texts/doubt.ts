import { numberWords } from "./number-words"

const buying =
  /(?<!\p{L})(?:purchas\p{L}*|vendors?|suppliers?|bills?|payables?|expenses?|inkoop\p{L}*|leverancier\p{L}*|crediteur\p{L}*|uitgaven?|fourn|fournisseurs?|achats?|d[ée]penses?|lieferant\p{L}*|eingangsrechnung\p{L}*|rechnungseing\p{L}*|kreditor\p{L}*|einkauf\p{L}*|ausgaben?)(?!\p{L})/iu

const before =
  /(?<!\p{L})(?:quotes?|quotations?|estimates?|orders?|proformas?|delivery notes?|packing slips?|offertes?|bestelling\p{L}*|pakbon\p{L}*|devis|commandes?|bons? de (?:livraison|commande)|angebot\p{L}*|auftr[aä]g\p{L}*|bestellung\p{L}*|lieferschein\p{L}*)(?!\p{L})/giu

const drafts = /(?<!\p{L})(?:drafts?|entw[uü]rfe?|brouillons?|conceptfactu\p{L}*)(?!\p{L})/iu
const concept = /(?<!\p{L})concept(?!\p{L})/iu

const invoices =
  /(?<!\p{L})(?:invoices?|facture?s?|factu(?:ur|ren)\p{L}*|\p{L}*rechnung\p{L}*|statements?|reminders?)(?!\p{L})/giu

/** A record that is being made, perhaps from another one; what was searched for; an overview of many. */
const making =
  /^\W*(?:new|neu|nieuw|nouveau)\W*$|^\W*(?:(?:create|add|copy|duplicate|clone|créer)(?!\p{L})|(?:new|neue?[rs]?|nieuwe?|nouve(?:au|lle)) (?:\S+ ){0,2}\S*(?:invoice|factu|rechnung|credit|gutschrift|avoir|payment|document))|(?<!\p{L})(?:erstellen|anlegen|aanmaken|toevoegen)\W*$/iu
const many =
  /(?<!\p{L})(?:search|zoekresultaten|zoeken|suche|suchergebnisse?|recherche|dashboard|tableau de bord|log ?in|sign ?in)(?!\p{L})/iu
const makingPath =
  /(?:^|[/#=])(?:new|create|add|copy|duplicate|clone|neu|nieuw|nouveau|search|zoeken|suche|recherche|dashboard|login|signin)(?=$|[/?&#=._-])/i

type Named = { path: string; titles: readonly string[] }

/**
 * Whether a page's address or its titles speak of something that is no case of ours: of buying, of drafts, of a record that is being made, of a
 * search, or, where no invoice is meant, of quotes and orders. Their numbers easily look like an invoice's. In the languages that tools here have.
 */
export function isDoubtful({ path, titles }: Named): boolean {
  const said = titles.map(one => one.slice(0, 300))
  if (makingPath.test(path) || said.some(one => making.test(one) || many.test(one))) return true
  return isPathOfOther(path.slice(0, 300)) || isOfOther(said)
}

const others =
  /(?<!\p{L})(?:payments?|receipts?|credit ?notes?|credits?|refunds?|transactions?|betaling\p{L}*|creditnota\p{L}*|creditfactu\p{L}*|zahlung\p{L}*|gutschrift\p{L}*|paiements?|r[èe]glements?|avoirs?|recurring|subscriptions?|abonnement\p{L}*|journals?|memoriaal\p{L}*|products?|producten|articles?|artikel\p{L}*|proje[ck]t\p{L}*|contract\p{L}*|vertr[aä]g\p{L}*|files?|bestanden|dateien|fichiers)(?!\p{L})/iu

/** Whether the titles speak of what an invoice belongs to, or what belongs to it: its number stands on such a page, which is not about it. */
export function isOfOtherRecord(titles: readonly string[]): boolean {
  return titles.some(one => others.test(one))
}

/** Whether a text speaks of those one buys from. Their pages have no number of ours, whatever it looks like. */
export function namesSeller(text: string): boolean {
  return text.length <= 40 && sellers.test(text)
}

const sellers =
  /(?<!\p{L})(?:vendors?|suppliers?|leveranciers?|crediteur(?:en)?|inkoopfactu\p{L}*|fournisseurs?|lieferant(?:en)?|eingangsrechnung\p{L}*|kreditor(?:en)?|(?:purchase|supplier) invoices?)(?!\p{L})/iu

function isOfOther(texts: readonly string[]): boolean {
  const all = texts.join(" \n ")
  if (buying.test(all) || drafts.test(all)) return true
  const named = texts.flatMap(text => kindOfNumber(text) ?? [])
  if (named.includes("before")) return true
  const hasInvoice = named.length > 0 || all.search(invoices) >= 0
  // A customer may well be called Concept.
  return hasInvoice ? concept.test(all) : all.search(before) >= 0
}

/** `/orders/12/invoices/3` is an invoice's: the last word says it. What a query's parts are called says nothing. */
function isPathOfOther(path: string): boolean {
  const values = path.replace(/[?&][^=&#]*=/g, "/")
  const last = kindsIn(values).at(-1)?.kind
  return buying.test(path) || drafts.test(path) || last === "before" || (last === "invoice" && concept.test(path))
}

/** Of which kind the number in a text is: what stands closest before it says so, else what comes first behind it. */
function kindOfNumber(text: string): "invoice" | "before" | undefined {
  const number = numberWords(text).find(word => (word.match(/\d/g) ?? []).length >= 3)
  const at = number === undefined ? -1 : text.indexOf(number)
  if (at < 0) return undefined
  const kinds = kindsIn(text)
  return (kinds.findLast(({ index }) => index < at) ?? kinds[0])?.kind
}

function kindsIn(text: string): { index: number; kind: "invoice" | "before" }[] {
  const found = (expression: RegExp, kind: "invoice" | "before") =>
    [...text.matchAll(expression)].map(({ index }) => ({ index, kind }))
  return [...found(invoices, "invoice"), ...found(before, "before")].sort((one, other) => one.index - other.index)
}
