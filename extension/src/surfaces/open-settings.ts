/** Opens a place of the options page (`relations`), in the tab that shows the options already, if there is one. */
export async function openSettings(place: string): Promise<void> {
  const page = chrome.runtime.getURL("options.html")
  const tabs = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB] })
  const open = tabs.find(({ documentUrl }) => documentUrl?.split("#")[0] === page)
  const url = place === "" ? page : `${page}#/${place}`
  if (!open) await chrome.tabs.create({ url })
  else {
    await chrome.tabs.update(open.tabId, place === "" ? { active: true } : { active: true, url })
    await chrome.windows.update(open.windowId, { focused: true })
  }
}
