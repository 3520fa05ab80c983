import { type SelectedText, selectedTextKey } from "../../host-page/calls"

/**
 * Opens the side panel. Chrome wants this within the click: called before anything is awaited. Where the click is over already (the worker had
 * to wake up and look first), the popup opens instead, which needs none.
 */
export async function openBeside(windowId: number, selected?: string): Promise<void> {
  const opened = chrome.sidePanel.open({ windowId })
  if (selected) {
    const kept: SelectedText = { text: selected, windowId, at: Date.now() }
    await chrome.storage.session.set({ [selectedTextKey]: kept })
  }
  await opened.catch(() => chrome.action.openPopup({ windowId }).catch(() => undefined))
}
