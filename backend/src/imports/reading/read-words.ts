import type { Language } from "@casepost/shared/organisations"

type State = "open" | "paid" | "closed"

const languages: Record<Language, string> = {
  nl: "nl nld dut dutch nederlands nl-nl nl-be niederländisch néerlandais",
  en: "en eng english engels en-gb en-us englisch anglais",
  de: "de deu ger german duits deutsch de-de de-at de-ch allemand",
  fr: "fr fra fre french frans français francais fr-fr fr-be französisch",
}
const states: Record<State, string> = {
  open: "open openstaand outstanding unpaid due overdue offen überfällig ouvert ouverte impayé impayée échu échue vervallen",
  paid: "paid betaald voldaan settled bezahlt beglichen payé payée réglé réglée",
  closed:
    "closed gesloten afgesloten afgeboekt written-off geschlossen abgeschlossen ausgebucht clos close clôturé clôturée fermé",
}

/** A language by its code or name, in the four languages. */
export function readLanguage(text: string): Language | undefined {
  return find(languages, text)
}

/** An invoice's state by what it is called in the four languages. */
export function readState(text: string): State | undefined {
  return find(states, text)
}

function find<Word extends string>(table: Record<Word, string>, text: string): Word | undefined {
  const sought = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
  return (Object.keys(table) as Word[]).find(word => table[word].split(" ").includes(sought))
}
