import { canBeSeen, hasControlCharacters } from "@casepost/shared/contract"
import { unknownIn } from "@casepost/shared/placeholders"
import { Problem, type ProblemField } from "@casepost/shared/problems"
import type { StandardMessageText } from "@casepost/shared/standard-messages"
import { cleanHtml, htmlToText } from "../../clean-html.ts"

/**
 * The texts of a standard message as they will be kept: cleaned, one a language, without an empty subject.
 * @throws Problem invalid, placeholder-unknown; each names the place (`texts.0.bodyHtml`)
 */
export function checkTexts(given: readonly StandardMessageText[]): StandardMessageText[] {
  const texts = given.map(({ language, subject, bodyHtml }) => ({
    language,
    subject: subject?.trim() || null,
    bodyHtml: cleanHtml(bodyHtml),
  }))
  const wrong = texts.flatMap((text, place) => wrongIn(text, { place, texts }))
  if (wrong[0]) throw new Problem("invalid", wrong[0].detail, { fields: wrong })
  const unknown = texts.flatMap(unknownOf)
  if (unknown[0]) throw new Problem("placeholder-unknown", unknown[0].detail, { fields: unknown })
  return texts
}

function wrongIn(
  { language, subject, bodyHtml }: StandardMessageText,
  { place, texts }: { place: number; texts: StandardMessageText[] },
): ProblemField[] {
  const refuse = (isWrong: boolean, field: string, detail: string) =>
    isWrong ? [{ path: `texts.${place}.${field}`, detail }] : []
  return [
    ...refuse(
      texts.findIndex(other => other.language === language) < place,
      "language",
      "There is a text in this language already.",
    ),
    ...refuse(
      subject !== null && hasControlCharacters(subject),
      "subject",
      "Line breaks and control characters cannot be used here.",
    ),
    ...refuse(!canBeSeen(htmlToText(bodyHtml)), "bodyHtml", "Write the text, or take this language out."),
  ]
}

function unknownOf({ subject, bodyHtml }: StandardMessageText, place: number): ProblemField[] {
  const inField = (field: string, text: string) =>
    unknownIn(text).map(written => ({
      path: `texts.${place}.${field}`,
      detail: `${written} is not a placeholder. Choose one from the menu, or take the braces out.`,
    }))
  return [...inField("subject", subject ?? ""), ...inField("bodyHtml", bodyHtml)]
}
