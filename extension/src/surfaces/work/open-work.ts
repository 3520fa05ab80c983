import { type WorkPlace, writeWorkPlace } from "./work-place"

/** Opens a place of the full tab (`bulk/{id}`), in the tab that shows it already, if there is one. */
export async function openWork(place: WorkPlace): Promise<void> {
  const page = chrome.runtime.getURL("tabs/work.html")
  const url = `${page}#/${writeWorkPlace(place)}`
  const tabs = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB] })
  const open = tabs.find(({ documentUrl }) => documentUrl?.split("#")[0] === page)
  if (!open) await chrome.tabs.create({ url })
  else {
    await chrome.tabs.update(open.tabId, { active: true, url })
    await chrome.windows.update(open.windowId, { focused: true })
  }
}
