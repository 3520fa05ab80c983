import type { Facts } from "@casepost/shared/facts"
import { fillHtml, fillText, type Given } from "@casepost/shared/fill-placeholders"
import { type PlaceholderName, placeholders, unknownIn } from "@casepost/shared/placeholders"
import { Problem, type ProblemField } from "@casepost/shared/problems"

/** Characters a subject has at most, with its values in it. */
const mostSubjectCharacters = 300

export type Content = { subject: string; bodyHtml: string }

export type FilledContent = Content & {
  /** Without a value and without a fallback, each once: such a message is not sent. */
  missing: PlaceholderName[]
  missingIn: Record<keyof Content, PlaceholderName[]>
  /** What stands in braces and is no placeholder: such a text is sent to nobody. */
  unknown: string[]
}

/**
 * Fills the placeholders of a message that was cleaned before (`clean-html`): the one way for preview, single and bulk. A filled portal
 * link is `<a href="casepost:portal">`, which nobody can type: cleaning takes it out.
 */
export function fillContent({
  subject,
  bodyHtml,
  ...filling
}: Content & { facts: Facts; given?: Given }): FilledContent {
  const inSubject = fillText(subject, filling)
  const inBody = fillHtml(bodyHtml, filling)
  return {
    subject: shortened(inSubject.text),
    bodyHtml: inBody.text,
    missing: [...new Set([...inSubject.missing, ...inBody.missing])],
    missingIn: { subject: inSubject.missing, bodyHtml: inBody.missing },
    unknown: unknownIn(subject, bodyHtml),
  }
}

/** @throws Problem placeholder-unknown, with the field each stands in and its name as it was written */
export function requireKnown(content: Content): void {
  const fields = (["subject", "bodyHtml"] as const).flatMap((path): ProblemField[] =>
    unknownIn(content[path]).map(written => ({ path, detail: unknownDetail(written) })),
  )
  if (fields[0]) throw new Problem("placeholder-unknown", fields[0].detail, { fields })
}

export function unknownDetail(written: string): string {
  return `${written} is not a placeholder. Choose one from the menu, or take the braces out.`
}

/** @throws Problem placeholder-missing, with the field each stands in and its name as staff know it */
export function requireValues({ missingIn }: FilledContent): void {
  const fields = (["subject", "bodyHtml"] as const).flatMap((path): ProblemField[] => {
    const names = missingIn[path].map(name => placeholders[name])
    return names.length > 0 ? [{ path, detail: missingDetail(names) }] : []
  })
  if (fields[0]) throw new Problem("placeholder-missing", fields.map(field => field.detail).join(" "), { fields })
}

function missingDetail(labels: string[]): string {
  const names = new Intl.ListFormat("en", { type: "conjunction" }).format(labels)
  const verb = labels.length > 1 ? "have" : "has"
  return `${names} ${verb} no value for this case. Write it in yourself, or give it a fallback.`
}

function shortened(subject: string): string {
  if (subject.length <= mostSubjectCharacters) return subject
  return `${subject.slice(0, mostSubjectCharacters - 1).replace(/[\ud800-\udbff]$/, "")}…`
}
