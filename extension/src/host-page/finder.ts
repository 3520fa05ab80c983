import { watchPage } from "./finder/watch-page"

/**
 * Injected on demand into the frames of a tool's page: reads what names a case, for a page of ours that opens a port named `finder`, and
 * stops with that port. Without a port it does nothing.
 */
const here = globalThis as { casepostFinder?: () => boolean }

// Injected twice, it stands once; only where the extension was updated meanwhile, the one that stands is dead.
if (!here.casepostFinder?.()) {
  const { id } = chrome.runtime
  here.casepostFinder = () => {
    try {
      return chrome.runtime?.id === id
    } catch {
      return false
    }
  }
  chrome.runtime.onConnect.addListener(port => {
    if (port.name === "finder" && port.sender?.id === id) watchPage(port)
  })
}
