import { useEffect, useState } from "react"
import { type SelectedText, selectedTextKey } from "../../host-page/calls"
import { handedOverFor } from "../hand-over"

/** Text that was chosen in a page for "Message this case", until it is done with: the panel of that window takes it. */
export function useSelectedText(): [string | undefined, () => void] {
  const [text, setText] = useState<string | undefined>()
  useEffect(() => {
    const take = () => void takeSelectedText().then(taken => taken !== undefined && setText(taken))
    const heard = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
      if (area === "session" && changes[selectedTextKey]?.newValue !== undefined) take()
    }
    take()
    chrome.storage.onChanged.addListener(heard)
    return () => chrome.storage.onChanged.removeListener(heard)
  }, [])
  return [text, () => setText(undefined)]
}

function takeSelectedText(): Promise<string | undefined> {
  return navigator.locks.request(selectedTextKey, async () => {
    const kept: unknown = (await chrome.storage.session.get(selectedTextKey))[selectedTextKey]
    const { text, windowId, at } = (kept ?? {}) as Partial<SelectedText>
    if (typeof text !== "string" || typeof at !== "number") return undefined
    if (windowId !== (await chrome.windows.getCurrent()).id) return undefined
    await chrome.storage.session.remove(selectedTextKey)
    return Date.now() - at > handedOverFor || text.trim() === "" ? undefined : text.trim().slice(0, 200)
  })
}
