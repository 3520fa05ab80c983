import { matchToolAddress, originPattern } from "@casepost/shared/tool-addresses"
import { useEffect, useState } from "react"

export type OpenPage = { id: number; title: string; url: string }

/** The open pages of a tool, the one looked at last first, as they come and go. Without Chrome's permission none can be seen. */
export function useToolTabs(address: string): {
  tabs: readonly OpenPage[] | undefined
  isAllowed: boolean | undefined
} {
  const [tabs, setTabs] = useState<readonly OpenPage[] | undefined>()
  const [isAllowed, setAllowed] = useState<boolean | undefined>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const allowed = await chrome.permissions.contains({ origins: [originPattern(address)] })
      const found = allowed ? await pagesOf(address) : undefined
      if (isOver) return
      setAllowed(allowed)
      setTabs(found)
    }
    const again = () => void read()
    const { onUpdated, onRemoved } = chrome.tabs
    again()
    onUpdated.addListener(again)
    onRemoved.addListener(again)
    chrome.permissions.onAdded.addListener(again)
    return () => {
      isOver = true
      onUpdated.removeListener(again)
      onRemoved.removeListener(again)
      chrome.permissions.onAdded.removeListener(again)
    }
  }, [address])
  return { tabs, isAllowed }
}

async function pagesOf(address: string): Promise<OpenPage[]> {
  const tabs = await chrome.tabs.query({ url: originPattern(address) })
  return tabs
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
    .flatMap(({ id, title, url }) =>
      id !== undefined && url && matchToolAddress(address, url) ? [{ id, title: title ?? "", url }] : [],
    )
}
