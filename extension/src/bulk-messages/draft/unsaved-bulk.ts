import { BulkContent } from "@casepost/shared/bulk-messages"
import { forgetHere, keepHere, readHere } from "../../drafts/unsaved-area"

/** What was typed and has not reached the backend yet, and the version it started from. */
export type UnsavedBulk = { content: BulkContent; version: number }

export function keepUnsavedBulk(id: string, unsaved: UnsavedBulk): Promise<void> {
  return keepHere(keyOf(id), unsaved)
}

export function forgetUnsavedBulk(id: string): Promise<void> {
  return forgetHere(keyOf(id))
}

export async function readUnsavedBulk(id: string): Promise<UnsavedBulk | undefined> {
  const kept = (await readHere(keyOf(id))) as Partial<UnsavedBulk> | undefined
  const content = BulkContent.safeParse(kept?.content)
  if (!content.success || typeof kept?.version !== "number") return undefined
  return { content: content.data, version: kept.version }
}

function keyOf(id: string): string {
  return `unsaved-bulk:${id}`
}
