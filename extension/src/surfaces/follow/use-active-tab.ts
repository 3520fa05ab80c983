import { useEffect, useState } from "react"

/** The tab in front of somebody. `url` only where Chrome lets us see it: a permission for its origin, or a click of ours on it. */
export type ActiveTab = { id: number; windowId: number; url: string | undefined }

/** The active tab of this page's own window, followed through switching, loading and moving; another window's is never looked at. */
export function useActiveTab(): ActiveTab | undefined {
  const [tab, setTab] = useState<ActiveTab | undefined>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const [active] = await chrome.tabs.query({ active: true, currentWindow: true })
      if (isOver || active?.id === undefined) return
      const next = { id: active.id, windowId: active.windowId, url: active.url }
      setTab(known => (known && isSame(known, next) ? known : next))
    }
    const again = () => void read()
    const updated = (_: number, change: { url?: string; status?: string }) => {
      if (change.url !== undefined || change.status !== undefined) again()
    }
    again()
    chrome.tabs.onActivated.addListener(again)
    chrome.tabs.onUpdated.addListener(updated)
    chrome.tabs.onReplaced.addListener(again)
    chrome.tabs.onAttached.addListener(again)
    chrome.permissions.onAdded.addListener(again)
    chrome.permissions.onRemoved.addListener(again)
    return () => {
      isOver = true
      chrome.tabs.onActivated.removeListener(again)
      chrome.tabs.onUpdated.removeListener(updated)
      chrome.tabs.onReplaced.removeListener(again)
      chrome.tabs.onAttached.removeListener(again)
      chrome.permissions.onAdded.removeListener(again)
      chrome.permissions.onRemoved.removeListener(again)
    }
  }, [])
  return tab
}

function isSame(one: ActiveTab, other: ActiveTab): boolean {
  return one.id === other.id && one.windowId === other.windowId && one.url === other.url
}
