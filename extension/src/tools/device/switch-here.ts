import { originPattern, readToolAddress } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import { forgetOffHere, keepOffHere, readOffHere } from "./off-here"
import { tellWorker } from "./tell-worker"

type Switched = Pick<Tool, "id" | "address">

/**
 * Asks Chrome for the tool's own origin, and no other. Chrome wants it within the click: nothing may be awaited before. A popup may be gone
 * when the answer comes; the worker hears of the permission by itself.
 * @returns whether Casepost works there now
 */
export async function switchOnHere(tool: Switched): Promise<boolean> {
  const asked = chrome.permissions.request({ origins: [originPattern(tool.address)] })
  await forgetOffHere(tool.id)
  const isAllowed = await asked
  // Where Chrome allowed it already, for another tool of the same origin, nothing tells the worker but this.
  if (isAllowed) tellWorker()
  return isAllowed
}

/** Takes the scripts away, and the permission with them unless another tool that is on here needs it. Not offered again until it is switched on. */
export async function switchOffHere(tool: Switched, others: readonly (Switched & Pick<Tool, "on">)[]): Promise<void> {
  await keepOffHere(tool.id)
  const { origin } = readToolAddress(tool.address)
  const sharing = others.filter(one => one.id !== tool.id && one.on && readToolAddress(one.address).origin === origin)
  const off = await readOffHere(sharing.map(one => one.id))
  if (sharing.every(one => off.has(one.id))) {
    // What a policy grants, Chrome keeps: the mark above holds all the same.
    await chrome.permissions.remove({ origins: [originPattern(tool.address)] }).catch(() => false)
  }
  tellWorker()
}

/** "Not now": no permission was given, and none is asked for again. */
export function leaveOffHere(tool: Pick<Tool, "id">): Promise<void> {
  return keepOffHere(tool.id)
}
