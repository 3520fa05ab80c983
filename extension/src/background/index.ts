import { followUnread } from "./unread-badge"

// Set before anything is written: content scripts never see what is kept.
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) void chrome.runtime.openOptionsPage()
})

// The toolbar icon opens the popup; the side panel opens from there and from Chrome's own menu.
void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false })

followUnread()
