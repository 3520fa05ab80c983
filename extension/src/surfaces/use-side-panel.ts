import { useEffect, useRef } from "react"
import { handOver, type OpenCase } from "./open-case"

/**
 * Opens the side panel beside the tab with a case in it. Chrome wants the call within the click, so the window is looked up
 * before.
 */
export function useSidePanel(): (openCase: OpenCase) => void {
  const windowId = useRef<number | undefined>(undefined)
  useEffect(() => {
    void chrome.windows.getCurrent().then(current => {
      windowId.current = current.id
    })
  }, [])
  return openCase => {
    void handOver(openCase, windowId.current)
    if (windowId.current === undefined) return
    void chrome.sidePanel.open({ windowId: windowId.current }).then(() => window.close())
  }
}
