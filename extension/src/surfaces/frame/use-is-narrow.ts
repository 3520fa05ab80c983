import { useEffect, useState } from "react"

/** Pixels beside which a panel leaves too little of a page. */
const wide = 1100
const storageKey = "writesInNarrowPages"

/** Whether the page is too narrow for a panel in it, and nobody said in this session of Chrome that it does not matter. */
export function useIsNarrow(tabId: number): { isNarrow: boolean | undefined; stay: () => void } {
  const [isNarrow, setNarrow] = useState<boolean | undefined>()
  useEffect(() => {
    let isOver = false
    void isTooNarrow(tabId).then(narrow => {
      if (!isOver) setNarrow(narrow)
    })
    return () => {
      isOver = true
    }
  }, [tabId])
  return {
    isNarrow,
    stay: () => {
      setNarrow(false)
      void chrome.storage.session.set({ [storageKey]: true })
    },
  }
}

async function isTooNarrow(tabId: number): Promise<boolean> {
  const [tab, kept] = await Promise.all([
    chrome.tabs.get(tabId).catch(() => undefined),
    chrome.storage.session.get(storageKey),
  ])
  return kept[storageKey] !== true && tab?.width !== undefined && tab.width < wide
}
