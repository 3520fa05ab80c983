/**
 * Keeps something beside the session: on a shared computer it goes when Chrome closes. Once `readHere` has looked, the write is
 * handed over at once, so that it outlives a page that closes in the same moment.
 */
export async function keepHere(key: string, unsaved: object): Promise<void> {
  const area = knownArea ?? (await findArea())
  await area.set({ [key]: unsaved })
}

export async function forgetHere(key: string): Promise<void> {
  await Promise.all([chrome.storage.local.remove(key), chrome.storage.session.remove(key)])
}

export async function readHere(key: string): Promise<unknown> {
  const [shared, local] = await Promise.all([
    chrome.storage.session.get(key),
    chrome.storage.local.get(key),
    findArea(),
  ])
  return shared[key] ?? local[key]
}

let knownArea: chrome.storage.StorageArea | undefined

async function findArea(): Promise<chrome.storage.StorageArea> {
  const kept = await chrome.storage.session.get("session")
  knownArea = kept.session === undefined ? chrome.storage.local : chrome.storage.session
  return knownArea
}
