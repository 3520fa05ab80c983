import type { Language } from "@casepost/shared/organisations"

/** Languages by their own name. */
export const languageNames: Record<Language, string> = {
  nl: "Nederlands",
  en: "English",
  de: "Deutsch",
  fr: "Français",
}

/** As the staff's own screens call them. */
export const inEnglish: Record<Language, string> = { nl: "Dutch", en: "English", de: "German", fr: "French" }
