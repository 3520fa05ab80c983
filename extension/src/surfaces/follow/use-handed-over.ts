import { useEffect, useRef } from "react"
import { handedOverKey } from "../hand-over"
import { type OpenCase, takeHandedOver } from "../open-case"

/** Hears of a case that popup, panel or worker hand over to this window's side panel, now and later. */
export function useHandedOver(windowId: number | undefined, onTaken: (open: OpenCase) => void): void {
  const latest = useRef(onTaken)
  latest.current = onTaken
  useEffect(() => {
    if (windowId === undefined) return
    const take = () => void takeHandedOver(windowId).then(open => open && latest.current(open))
    const heard = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
      if (area === "session" && changes[handedOverKey]?.newValue !== undefined) take()
    }
    take()
    chrome.storage.onChanged.addListener(heard)
    return () => chrome.storage.onChanged.removeListener(heard)
  }, [windowId])
}
