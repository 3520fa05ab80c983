import { DraftContent } from "@casepost/shared/drafts"
import type { DraftPlace } from "./get-draft"

/** What was typed and has not reached the backend yet. */
export type UnsavedDraft = {
  content: DraftContent
  /** Of the draft it started from. */
  version: number
  /** The page it was typed in. */
  surface: string
}

/**
 * Keeps it beside the session: on a shared computer it goes when Chrome closes. Once `readUnsaved` has looked, the write is
 * handed over at once, so that it outlives a page that closes in the same moment.
 */
export async function keepUnsaved(place: DraftPlace, unsaved: UnsavedDraft): Promise<void> {
  const area = knownArea ?? (await findArea())
  await area.set({ [keyOf(place)]: unsaved })
}

export async function forgetUnsaved(place: DraftPlace): Promise<void> {
  await Promise.all([chrome.storage.local.remove(keyOf(place)), chrome.storage.session.remove(keyOf(place))])
}

export async function readUnsaved(place: DraftPlace): Promise<UnsavedDraft | undefined> {
  const key = keyOf(place)
  const [shared, local] = await Promise.all([
    chrome.storage.session.get(key),
    chrome.storage.local.get(key),
    findArea(),
  ])
  const kept = (shared[key] ?? local[key]) as Partial<UnsavedDraft> | undefined
  const content = DraftContent.safeParse(kept?.content)
  if (!content.success || typeof kept?.version !== "number") return undefined
  return { content: content.data, version: kept.version, surface: String(kept.surface) }
}

let knownArea: chrome.storage.StorageArea | undefined

async function findArea(): Promise<chrome.storage.StorageArea> {
  const kept = await chrome.storage.session.get("session")
  knownArea = kept.session === undefined ? chrome.storage.local : chrome.storage.session
  return knownArea
}

function keyOf({ kind, caseRef, organisationId }: DraftPlace): string {
  return `unsaved:${organisationId}:${kind}:${caseRef.kind}:${caseRef.id}`
}
