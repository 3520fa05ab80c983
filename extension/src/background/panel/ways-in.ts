import { knowsTool, toolAt } from "../tools/tools-here"
import { openBeside } from "./beside"
import { openPanel } from "./panel"

const menuItem = "message-case"
const longestSelection = 200

/** The ways in beside the launcher: Alt+M, and "Message this case" in the menu of a page. Where no tool is on, the side panel opens. */
export function openWaysIn(): void {
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      chrome.contextMenus.create({
        id: menuItem,
        title: "Message this case",
        contexts: ["page", "selection"],
        documentUrlPatterns: ["https://*/*", "http://*/*"],
      })
    })
  })
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === "open-panel" && tab) void open(tab, { page: tab.url, toggles: true })
  })
  chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText, pageUrl }, tab) => {
    const selected = selectionText?.trim().slice(0, longestSelection)
    const chosen = selected ? { selected } : {}
    if (menuItemId === menuItem && tab) void open(tab, { page: tab.url ?? pageUrl, toggles: false, ...chosen })
  })
}

type Way = { page: string | undefined; toggles: boolean; selected?: string }

async function open(tab: chrome.tabs.Tab, { page, toggles, ...chosen }: Way): Promise<void> {
  // Without `await` before it: Chrome opens the side panel only within the click.
  if (knowsTool(page) === false) return openBeside(tab.windowId, chosen.selected)
  const isTool = page !== undefined && (await toolAt(page)) !== undefined
  if (isTool && tab.id !== undefined && (await openPanel(tab.id, { toggles, ...chosen }))) return
  await openBeside(tab.windowId, chosen.selected)
}
