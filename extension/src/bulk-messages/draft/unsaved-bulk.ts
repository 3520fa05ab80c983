import { BulkContent } from "@casepost/shared/bulk-messages"

/** What was typed and has not reached the backend yet, and the version it started from. */
export type UnsavedBulk = { content: BulkContent; version: number }

/** Keeps it beside the session: on a shared computer it goes when Chrome closes. */
export async function keepUnsavedBulk(id: string, unsaved: UnsavedBulk): Promise<void> {
  const area = knownArea ?? (await findArea())
  await area.set({ [keyOf(id)]: unsaved })
}

export async function forgetUnsavedBulk(id: string): Promise<void> {
  await Promise.all([chrome.storage.local.remove(keyOf(id)), chrome.storage.session.remove(keyOf(id))])
}

export async function readUnsavedBulk(id: string): Promise<UnsavedBulk | undefined> {
  const key = keyOf(id)
  const [shared, local] = await Promise.all([
    chrome.storage.session.get(key),
    chrome.storage.local.get(key),
    findArea(),
  ])
  const kept = (shared[key] ?? local[key]) as Partial<UnsavedBulk> | undefined
  const content = BulkContent.safeParse(kept?.content)
  if (!content.success || typeof kept?.version !== "number") return undefined
  return { content: content.data, version: kept.version }
}

let knownArea: chrome.storage.StorageArea | undefined

async function findArea(): Promise<chrome.storage.StorageArea> {
  const kept = await chrome.storage.session.get("session")
  knownArea = kept.session === undefined ? chrome.storage.local : chrome.storage.session
  return knownArea
}

function keyOf(id: string): string {
  return `unsaved-bulk:${id}`
}
