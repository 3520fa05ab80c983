import { canBeSeen, hasControlCharacters } from "@casepost/shared/contract"
import type { ProblemField } from "@casepost/shared/problems"

/** What keeps a subject and a text from being sent, by field. */
export function missingText({ subject, bodyText }: { subject: string; bodyText: string }): ProblemField[] {
  return [
    ...(canBeSeen(subject) ? [] : [{ path: "subject", detail: "Write a subject." }]),
    ...(hasControlCharacters(subject)
      ? [{ path: "subject", detail: "Line breaks and control characters cannot be used here." }]
      : []),
    ...(canBeSeen(bodyText) ? [] : [{ path: "bodyHtml", detail: "Write a message." }]),
  ]
}
