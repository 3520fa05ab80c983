import { Refusal } from "../../api/refusal"

/** The rows of compose that can show a problem of their own. */
export const rowsOfCompose = ["to", "cc", "bcc", "subject", "bodyHtml", "attachmentIds"] as const
export type ComposeRow = (typeof rowsOfCompose)[number]

/** What the backend refused about one row (`to`, `to.0.address`), to be shown beside it. */
export function rowProblem(error: Error | undefined, row: ComposeRow): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  const field = error.fields?.find(({ path }) => path === row || path.startsWith(`${row}.`))
  if (field) return field.detail
  return rowOfCode[error.code as keyof typeof rowOfCode] === row ? error.message : undefined
}

/** The paths that are shown beside their rows, so that they are not said twice. */
export function shownPaths(error: Error | undefined): string[] {
  if (!(error instanceof Refusal)) return []
  return (error.fields ?? []).map(({ path }) => path).filter(path => rowsOfCompose.some(row => isOf(path, row)))
}

/** Whether a row shows all there is to say. */
export function isShownInRows(error: Error | undefined): boolean {
  return rowsOfCompose.some(row => rowProblem(error, row) !== undefined)
}

const rowOfCode = {
  "relation-as-to": "to",
  "address-suppressed": "to",
  "attachment-refused": "attachmentIds",
} as const

function isOf(path: string, row: ComposeRow): boolean {
  return path === row || path.startsWith(`${row}.`)
}
