import type { BulkContent } from "@casepost/shared/bulk-messages"
import type { Language } from "@casepost/shared/organisations"

export type BulkText = BulkContent["texts"][number]

/** The text a customer gets: in her language, else the administration's fallback language's, its default language's, then any. */
export function textFor(
  texts: readonly BulkText[],
  language: Language,
  administration: { defaultLanguage: string; fallbackLanguage: string },
): BulkText | undefined {
  const wanted = [language, administration.fallbackLanguage, administration.defaultLanguage]
  return wanted.flatMap(one => texts.find(text => text.language === one) ?? []).at(0) ?? texts[0]
}
