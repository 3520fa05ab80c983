import { onPolicyChange } from "../api/policy"
import { onSessionChange } from "../api/token"
import { launchersKey } from "../tools/device/launchers"
import { isOffHereKey } from "../tools/device/off-here"
import { answerCalls } from "./calls/answer-calls"
import { forgetTab } from "./panel/panel"
import { openWaysIn } from "./panel/ways-in"
import { repeat } from "./repeat"
import { keepTools } from "./tools/keep-tools"
import { putScriptsRight } from "./tools/scripts"
import { readToolsHere } from "./tools/tools-here"
import { followUnread } from "./unread-badge"

// Set before anything is written: content scripts never see what is kept.
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) void chrome.runtime.openOptionsPage()
  // What stood in open tabs before an update is dead: it clears itself away when the new one stands beside it.
  void putScriptsRight({ isNew: true })
})

// The toolbar icon opens the popup; the side panel opens from there and from Chrome's own menu.
void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: false })

const toolsAgain = () => void keepTools().then(() => putScriptsRight())
repeat("tools", { minutes: 60, deed: toolsAgain })
onSessionChange(toolsAgain)
onPolicyChange(() => void putScriptsRight())
chrome.permissions.onAdded.addListener(() => void putScriptsRight())
chrome.permissions.onRemoved.addListener(() => void putScriptsRight())
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && Object.keys(changes).some(key => key === launchersKey || isOffHereKey(key)))
    void putScriptsRight()
})
chrome.tabs.onRemoved.addListener(tabId => void forgetTab(tabId))

followUnread()
answerCalls()
openWaysIn()
// Known before somebody clicks, where Chrome leaves the time.
void readToolsHere()
