import { Language } from "@casepost/shared/organisations"

/** Where a language may be written down, first one wins; anything that is not one of ours is passed over. */
export type LanguagesOf = {
  contact?: string | null
  customer?: string | null
  administration: { defaultLanguage: string; fallbackLanguage: string }
}

/** The language of text, dates, money, mail and portal: contact's, else customer's, else the administration's default, else its fallback. */
export function languageOf({ contact, customer, administration }: LanguagesOf): Language {
  for (const written of [contact, customer, administration.defaultLanguage, administration.fallbackLanguage]) {
    const language = Language.safeParse(written)
    if (language.success) return language.data
  }
  return "en"
}
