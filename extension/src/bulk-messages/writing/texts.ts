import type { BulkContent, BulkMessage } from "@casepost/shared/bulk-messages"
import { type Language, languages } from "@casepost/shared/organisations"
import { textOf } from "../../ui/text/clean-html"

type Text = BulkContent["texts"][number]

/** What is written in a language; empty where nothing is. */
export function textIn(content: BulkContent, language: Language): Text {
  return content.texts.find(text => text.language === language) ?? { language, subject: "", bodyHtml: "" }
}

/** The texts with a change to one language; a language with nothing in it is none. */
export function withText(content: BulkContent, language: Language, change: Partial<Text>): BulkContent["texts"] {
  const changed = { ...textIn(content, language), ...change }
  const others = content.texts.filter(text => text.language !== language)
  const isEmpty = changed.subject === "" && changed.bodyHtml === ""
  return isEmpty ? others : [...others, changed].toSorted((one, other) => orderOf(one) - orderOf(other))
}

/** The languages to be seen: those of the customers, most first, then others that something is written in. */
export function languagesShown(content: BulkContent, message: BulkMessage): Language[] {
  const read = languages.filter(language => countIn(message, language) > 0)
  const byCount = read.toSorted((one, other) => countIn(message, other) - countIn(message, one))
  const written = content.texts.map(text => text.language).filter(language => !read.includes(language))
  const shown = [...byCount, ...written]
  return shown.length > 0 ? shown : ["en"]
}

export function countIn(message: BulkMessage, language: Language): number {
  return message.languages[language] ?? 0
}

/** The language whose text is not whole yet, with what is missing in it; undefined where it can go. */
export function unfinishedText(
  content: BulkContent,
  shown: readonly Language[],
): { language: Language; part: "subject" | "bodyHtml" } | undefined {
  const begun = content.texts.filter(({ subject, bodyHtml }) => subject !== "" || bodyHtml !== "")
  const texts = begun.length > 0 ? begun : [textIn(content, shown[0] ?? "en")]
  for (const { language, subject, bodyHtml } of texts) {
    if (subject.trim() === "") return { language, part: "subject" }
    if (textOf(bodyHtml) === "") return { language, part: "bodyHtml" }
  }
  return undefined
}

function orderOf({ language }: Text): number {
  return languages.indexOf(language)
}
