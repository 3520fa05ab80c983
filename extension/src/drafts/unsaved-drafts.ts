import { DraftContent } from "@casepost/shared/drafts"
import type { DraftPlace } from "./get-draft"
import { forgetHere, keepHere, readHere } from "./unsaved-area"

/** What was typed and has not reached the backend yet. */
export type UnsavedDraft = {
  content: DraftContent
  /** Of the draft it started from. */
  version: number
  /** The page it was typed in. */
  surface: string
}

export function keepUnsaved(place: DraftPlace, unsaved: UnsavedDraft): Promise<void> {
  return keepHere(keyOf(place), unsaved)
}

export function forgetUnsaved(place: DraftPlace): Promise<void> {
  return forgetHere(keyOf(place))
}

export async function readUnsaved(place: DraftPlace): Promise<UnsavedDraft | undefined> {
  const kept = (await readHere(keyOf(place))) as Partial<UnsavedDraft> | undefined
  const content = DraftContent.safeParse(kept?.content)
  if (!content.success || typeof kept?.version !== "number") return undefined
  return { content: content.data, version: kept.version, surface: String(kept.surface) }
}

function keyOf({ kind, caseRef, organisationId }: DraftPlace): string {
  return `unsaved:${organisationId}:${kind}:${caseRef.kind}:${caseRef.id}`
}
