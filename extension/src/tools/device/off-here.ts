/**
 * Tools that somebody switched off on this computer, or did not want to be asked about: one key each, so that a popup that is gone the next
 * moment has still said it. Plain: the worker reads it too.
 */
const keyOf = (toolId: string) => `toolOff:${toolId}`

/** Which of these tools are switched off here, whatever Chrome allows. */
export async function readOffHere(toolIds: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = await chrome.storage.local.get(toolIds.map(keyOf))
  return new Set(toolIds.filter(id => kept[keyOf(id)] === true))
}

export function keepOffHere(toolId: string): Promise<void> {
  return chrome.storage.local.set({ [keyOf(toolId)]: true })
}

export function forgetOffHere(toolId: string): Promise<void> {
  return chrome.storage.local.remove(keyOf(toolId))
}

export function isOffHereKey(key: string): boolean {
  return key.startsWith(keyOf(""))
}
