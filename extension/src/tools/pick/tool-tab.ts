import { matchToolAddress, originPattern, readToolAddress } from "@casepost/shared/tool-addresses"

/** The tab to point in. `isNew`: it was opened for this, and shows the beginning of the tool: somebody must go to a page with a number first. */
export type ToolTab = { tabId: number; isNew: boolean }

/** The given tab, or the one of the tool that was looked at last, brought to the front; a new one where there is none. */
export async function findToolTab(address: string, tabId?: number): Promise<ToolTab> {
  const tabs = tabId === undefined ? await tabsOf(address) : [await chrome.tabs.get(tabId)]
  const found = tabs[0]
  if (found?.id === undefined) {
    const opened = await chrome.tabs.create({ url: beginningOf(address) })
    return { tabId: opened.id as number, isNew: true }
  }
  await chrome.tabs.update(found.id, { active: true })
  await chrome.windows.update(found.windowId, { focused: true })
  return { tabId: found.id, isNew: false }
}

async function tabsOf(address: string): Promise<chrome.tabs.Tab[]> {
  const tabs = await chrome.tabs.query({ url: originPattern(address) })
  return tabs
    .filter(tab => tab.url !== undefined && matchToolAddress(address, tab.url))
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
}

/** Up to where the address names an administration, which cannot be guessed. */
function beginningOf(address: string): string {
  const { origin, path } = readToolAddress(address)
  const end = path.findIndex(part => part.startsWith("{"))
  return [origin, ...(end < 0 ? path : path.slice(0, end)).map(encodeURIComponent)].join("/")
}
