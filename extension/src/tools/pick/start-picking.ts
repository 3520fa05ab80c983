import pickUrl from "url:../../host-page/pick.ts"
import { originPattern } from "@casepost/shared/tool-addresses"
import { scriptFile } from "../../host-page/script-file"
import { switchOnHere } from "../device/switch-here"
import { keepPicked } from "./picked"
import { runPicking } from "./run-picking"
import { findToolTab } from "./tool-tab"

/** `id` is missing while the tool is not saved yet. */
export type PickedTool = { id?: string; name: string; address: string; administrationId?: string | null }

/** `kept`: something was pointed at, and `onPicked` hands it over; `nothing`: stopped before; `refused`: Chrome does not allow the tool's origin. */
export type PickingEnd = "kept" | "nothing" | "refused"

/** The picking that runs from this page: a new one ends it. */
let running: AbortController | undefined

/**
 * Lets somebody point at the number on a page of a tool: in the tab that shows it, or a new one. Asks Chrome for the tool's origin, so it must be called
 * within a click, with nothing awaited before. Ends when all is pointed at, when it is stopped, when the tab goes, or with this page; then it
 * comes back to this page.
 */
export async function startPicking(tool: PickedTool, tabId?: number): Promise<PickingEnd> {
  const asked = tool.id
    ? switchOnHere({ id: tool.id, address: tool.address })
    : chrome.permissions.request({ origins: [originPattern(tool.address)] })
  if (!(await asked)) return "refused"
  running?.abort()
  const stop = new AbortController()
  running = stop
  const tab = await findToolTab(tool.address, tabId)
  const picked = await runPicking({ tool, ...tab, script: scriptFile(pickUrl) }, stop.signal)
  if (stop.signal.aborted) return "nothing"
  if (picked) await keepPicked(picked)
  await comeBack()
  return picked ? "kept" : "nothing"
}

/** To the tab that this page is; the side panel is beside the tool already. */
async function comeBack(): Promise<void> {
  const own = await chrome.tabs.getCurrent()
  if (own?.id === undefined) return
  await chrome.tabs.update(own.id, { active: true })
  await chrome.windows.update(own.windowId, { focused: true })
}
