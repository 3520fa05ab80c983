import { originPattern } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import { askBackend } from "../ask-backend"

const storageKey = "tools"
/** The organisation's tools as the backend last told them. */
export type KeptTools = { organisationId: string | undefined; tools: Tool[] }

/** Reads the organisation's tools and keeps them, so that scripts stand right before the backend was asked again. Signed out: none. */
export async function keepTools(): Promise<void> {
  const answer = await askBackend("/api/v1/tools")
  if (!answer) return
  if (!answer.isSignedIn) return chrome.storage.local.remove(storageKey)
  const { tools } = answer.body as { tools?: unknown }
  if (!Array.isArray(tools)) return
  const kept: KeptTools = { organisationId: answer.organisationId, tools: tools.filter(isUsable) }
  await chrome.storage.local.set({ [storageKey]: kept })
}

/** The organisation's tools, whether on or off. */
export async function readKeptTools(): Promise<readonly Tool[]> {
  const kept = (await chrome.storage.local.get(storageKey))[storageKey] as KeptTools | undefined
  return Array.isArray(kept?.tools) ? kept.tools.filter(isUsable) : []
}

/** What this version cannot use is left out: the shape of whole tools is checked by the pages that show them. */
function isUsable(tool: unknown): tool is Tool {
  const { id, address, on, readsCases, marksFields } = (tool ?? {}) as Record<string, unknown>
  if (typeof id !== "string" || typeof address !== "string") return false
  if (typeof on !== "boolean" || typeof readsCases !== "boolean" || typeof marksFields !== "boolean") return false
  try {
    return /^https?:/.test(originPattern(address))
  } catch {
    return false
  }
}
