import { matchToolAddress } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"

/**
 * Which administration a page of a tool belongs to. `any`: numbers of all one's administrations fit. `unknown`: the address names one that
 * the tool's settings do not know, so nothing on this page can be known.
 */
export function administrationOf(tool: Tool | undefined, page: string): string | "any" | "unknown" {
  if (!tool || tool.administrationBy === "asked") return "any"
  if (tool.administrationBy === "fixed") return tool.administrationId ?? "unknown"
  const code = matchToolAddress(tool.address, page)?.administration
  return tool.administrationCodes.find(one => one.code === code)?.administrationId ?? "unknown"
}
