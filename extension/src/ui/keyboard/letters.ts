import { useSyncExternalStore } from "react"

/** Whether single letters are keys of ours: kept on this computer, switched off in My settings (WCAG 2.1.4). */
const storageKey = "lettersOff"
let areOff = false
const listeners = new Set<() => void>()

function tell(off: boolean) {
  areOff = off
  for (const listener of listeners) listener()
}

chrome.storage.local.get(storageKey).then(kept => tell(kept[storageKey] === true))
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes[storageKey]) tell(changes[storageKey].newValue === true)
})

export async function switchLetters(on: boolean): Promise<void> {
  tell(!on)
  await chrome.storage.local.set({ [storageKey]: !on })
}

export function lettersAreOn(): boolean {
  return !areOff
}

export function useLetters(): boolean {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, lettersAreOn)
}
