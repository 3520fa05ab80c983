import { Refusal } from "../../api/refusal"

/** The parts of the note form that show a refusal of their own. */
const parts = ["bodyHtml", "recipients", "reminder.recipients", "reminder", "attachmentIds"] as const
export type NotePart = (typeof parts)[number]

/** What the backend refused about one part (`recipients.0.address`), to be shown beside it. */
export function partProblem(error: Error | undefined, part: NotePart): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  const field = error.fields?.find(({ path }) => path === part || path.startsWith(`${part}.`))
  if (field) return field.detail
  if (error.fields?.length) return undefined
  return ofCode[error.code as keyof typeof ofCode] === part ? error.message : undefined
}

/** Whether a part shows all there is to say. */
export function isShownInParts(error: Error | undefined): boolean {
  return parts.some(part => partProblem(error, part) !== undefined)
}

/** The fields that stand beside their part, so that they are not said twice. */
export function shownPaths(error: Error | undefined): string[] {
  if (!(error instanceof Refusal)) return []
  return (error.fields ?? []).map(({ path }) => path).filter(path => parts.some(part => path.startsWith(part)))
}

const ofCode = {
  "customer-address": "recipients",
  "relation-unavailable": "recipients",
  "attachment-refused": "attachmentIds",
  "too-large": "attachmentIds",
} as const
