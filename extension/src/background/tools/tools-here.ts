import { originPattern, toolOfPage } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import { policyToolId, readPolicy } from "../../api/policy"
import { readOffHere } from "../../tools/device/off-here"
import { readKeptTools } from "./keep-tools"

/** A tool that is on, here: in the organisation or by policy, with Chrome's permission, and not switched off on this computer. */
export type ToolHere = Pick<Tool, "id" | "address" | "readsCases" | "marksFields">

let known: readonly ToolHere[] | undefined

/** The tools that are on here, by what is so at this moment. */
export async function readToolsHere(): Promise<readonly ToolHere[]> {
  const [kept, policy] = await Promise.all([readKeptTools(), readPolicy()])
  const own = kept.filter(tool => tool.on)
  const added = policy.tools
    .filter(({ address }) => !own.some(tool => tool.address === address))
    .map(({ address, marksFields }) => ({ id: policyToolId({ address }), address, readsCases: true, marksFields }))
  const tools = [...own, ...added]
  const [off, allowed] = await Promise.all([
    readOffHere(tools.map(({ id }) => id)),
    Promise.all(tools.map(({ address }) => chrome.permissions.contains({ origins: [originPattern(address)] }))),
  ])
  known = tools.filter(({ id }, place) => allowed[place] && !off.has(id))
  return known
}

/** The tool whose page this is, if it is on here. */
export async function toolAt(url: string): Promise<ToolHere | undefined> {
  return toolOfPage(await readToolsHere(), url)
}

/**
 * Whether a tool that is on has this page, for deeds that Chrome wants within the click (it takes the click back at the first `await`).
 * undefined: the worker has only just woken up and does not know yet.
 */
export function knowsTool(url: string | undefined): boolean | undefined {
  return known && (url ? toolOfPage(known, url) !== undefined : false)
}
