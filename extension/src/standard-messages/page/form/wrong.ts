import { type Language, languages } from "@casepost/shared/organisations"
import type { SaveStandardMessageBody } from "@casepost/shared/standard-messages"
import { isRefused, Refusal, refusedField } from "../../../api/refusal"
import { languageNames } from "../../../ui/text/language-names"
import { words } from "../words"
import { emptyText, hasWords, isWritten, unknownOf, type Written, writtenIn } from "./written"

export type WrongText = { subject?: string | undefined; bodyHtml?: string | undefined }

/** What is wrong, field by field; `other` belongs to none of them. */
export type Wrong = {
  description?: string | undefined
  texts: Partial<Record<Language, WrongText>>
  cc?: string | undefined
  bcc?: string | undefined
  files?: string | undefined
  other?: Error | undefined
}

type Tried = { error: Error | null; sent: SaveStandardMessageBody | undefined; isTried: boolean }

/** What is wrong before it is sent, and what the server refused, until that field was changed. */
export function wrongIn(written: Written, body: SaveStandardMessageBody, { error, sent, isTried }: Tried): Wrong {
  const refused = (path: string, isSame: boolean) => (isSame ? refusedField(error, path) : undefined)
  const texts: Wrong["texts"] = {}
  for (const language of languages) {
    const text = written.texts[language]
    const at = sent?.texts.findIndex(one => one.language === language) ?? -1
    const now = body.texts.find(one => one.language === language)
    const before = sent?.texts[at]
    texts[language] = {
      subject:
        unknownWrong(unknownOf(text ?? emptyText).subject) ??
        refused(`texts.${at}.subject`, before?.subject === now?.subject),
      bodyHtml:
        unknownWrong(unknownOf(text ?? emptyText).bodyHtml) ??
        (isTried && isWritten(text) && !hasWords(text?.bodyHtml ?? "")
          ? words.writeText(languageNames[language])
          : undefined) ??
        refused(`texts.${at}.bodyHtml`, before?.bodyHtml === now?.bodyHtml),
    }
  }
  const beside = error instanceof Refusal && (error.fields?.length ?? 0) > 0
  const isStale = isRefused(error, "stale-draft")
  return {
    description:
      isTried && body.description === ""
        ? words.fillDescription
        : refused("description", sent?.description === body.description),
    texts,
    cc: sideOf(error, "cc"),
    bcc: sideOf(error, "bcc"),
    files: sideOf(error, "attachmentIds"),
    other: error && !beside && !isStale ? error : undefined,
  }
}

/** The first language that cannot be saved as it is; a text is wanted in at least one (`fallback`). */
export function firstWrong(written: Written, wrong: Wrong, fallback: Language): Language | undefined {
  const found = languages.find(language => {
    const of = wrong.texts[language]
    return of?.subject !== undefined || of?.bodyHtml !== undefined
  })
  return found ?? (writtenIn(written.texts).length === 0 ? fallback : undefined)
}

/** The language whose text the server refused. */
export function refusedLanguage(error: unknown, sent: SaveStandardMessageBody): Language | undefined {
  const fields = error instanceof Refusal ? (error.fields ?? []) : []
  const place = fields.map(({ path }) => /^texts\.(\d+)/.exec(path)?.[1]).find(found => found !== undefined)
  return place === undefined ? undefined : sent.texts[Number(place)]?.language
}

function unknownWrong(unknown: readonly string[]): string | undefined {
  return unknown[0] === undefined ? undefined : words.unknown(unknown[0])
}

function sideOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.fields?.find(({ path }) => path === field || path.startsWith(`${field}.`))?.detail
}
