import { wrongPattern } from "@casepost/shared/number-patterns"
import { parseToolAddress } from "@casepost/shared/tool-addresses"

const prefix = "policy:"

/** A tool that the computer's administrator switched on for everybody here. `preset` as written: it may name none that this version has. */
export type PolicyTool = {
  name: string
  /** As `parseToolAddress` keeps it. */
  address: string
  preset: string | null
  numberPatterns: string[]
  marksFields: boolean
}

/** What the administrator of this computer decided (`assets/policy.json` says what may be written). */
export type Policy = {
  /** As written; `server-address` reads it. */
  serverAddress: string | undefined
  /** false: no launcher on any page. */
  launcher: boolean
  tools: PolicyTool[]
}

/** The policy of this computer; where there is none, nothing is decided. Kept small: the worker reads it too. */
export async function readPolicy(): Promise<Policy> {
  const written: unknown = await chrome.storage.managed.get(null).catch(() => ({}))
  return policyOf(written)
}

/** The id of a tool that is none of the organisation's own: nothing of it is kept or counted on the server. */
export function policyToolId({ address }: Pick<PolicyTool, "address">): string {
  return `${prefix}${address}`
}

export function isPolicyTool({ id }: { id: string }): boolean {
  return id.startsWith(prefix)
}

/** Tells when the administrator changed something. @returns what ends it */
export function onPolicyChange(listener: () => void): () => void {
  const heard = (_: unknown, area: string) => {
    if (area === "managed") listener()
  }
  chrome.storage.onChanged.addListener(heard)
  return () => chrome.storage.onChanged.removeListener(heard)
}

/** Reads what was written, and leaves out what cannot be used: Chrome has checked its form, but not that an address is one. */
export function policyOf(written: unknown): Policy {
  const { serverAddress, launcher, tools } = (written ?? {}) as Record<string, unknown>
  const read = (Array.isArray(tools) ? tools : []).flatMap(toolOf)
  return {
    serverAddress: typeof serverAddress === "string" && serverAddress.trim() !== "" ? serverAddress : undefined,
    launcher: launcher !== false,
    tools: read.filter((tool, at) => read.findIndex(({ address }) => address === tool.address) === at),
  }
}

function toolOf(written: unknown): PolicyTool[] {
  const { name, address, preset, numberPatterns, marksFields } = (written ?? {}) as Record<string, unknown>
  const read = typeof address === "string" ? parseToolAddress(address) : undefined
  if (!read || !("address" in read)) return []
  const patterns = (Array.isArray(numberPatterns) ? numberPatterns : []).filter(
    (pattern): pattern is string => typeof pattern === "string" && !wrongPattern(pattern),
  )
  return [
    {
      name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 80) : new URL(read.address).host,
      address: read.address,
      preset: typeof preset === "string" ? preset : null,
      numberPatterns: patterns.slice(0, 20).map(pattern => pattern.trim()),
      marksFields: marksFields === true,
    },
  ]
}
