import { type Language, languages } from "@casepost/shared/organisations"
import { de } from "./de.ts"
import { en, type PortalWords } from "./en.ts"
import { fr } from "./fr.ts"
import { nl } from "./nl.ts"

export type { PortalWords }

/** Everything the portal says: one text table a language. */
export const words: Record<Language, PortalWords> = { nl, en, de, fr }

/** The first wanted language (RFC 9110 section 12.5.4) that the portal speaks; none when it speaks none of them. */
export function wantedLanguage(acceptLanguage: string | undefined): Language | undefined {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map(part => {
      const [tag = "", quality] = part.trim().split(";q=")
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) }
    })
    .sort((one, other) => other.quality - one.quality)
  for (const { language, quality } of wanted) if (quality > 0 && isLanguage(language)) return language
  return undefined
}

export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly (string | undefined)[]).includes(text)
}
