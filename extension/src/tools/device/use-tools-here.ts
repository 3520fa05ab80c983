import { originPattern } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { useSession } from "../../access/session"
import { useTools } from "../list-tools"
import { launchersKey, readLaunchers } from "./launchers"
import { isOffHereKey, readOffHere } from "./off-here"

/** One tool of the organisation, as it is on this computer. */
export type ToolHere = {
  tool: Tool
  /** Chrome allows its origin. */
  isAllowed: boolean
  /** Somebody switched it off here, or did not want to be asked: it is not offered. */
  isOff: boolean
  /** Casepost works on its pages: on in the organisation, allowed, and not switched off here. */
  isOn: boolean
  isLauncherHidden: boolean
}

export type ToolsHere = {
  tools: readonly ToolHere[] | undefined
  isPending: boolean
  error: Error | null
  retry: () => void
}

const queryKey = ["tools-here"]

/** Each tool of the organisation: on there? Chrome's permission here? its launcher hidden? Follows every change, wherever it is made. */
export function useToolsOnThisComputer(): ToolsHere {
  const listed = useTools(useSession().membership.organisation.id)
  const tools = listed.data?.tools
  useDeviceChanges()
  const here = useQuery({
    queryKey: [...queryKey, tools?.map(({ id, address, on }) => [id, address, on])],
    queryFn: () => readToolsHere(tools ?? []),
    enabled: tools !== undefined,
    // What is known until the new answer has come: a switch does not flicker.
    placeholderData: known => known,
    networkMode: "always",
  })
  const byId = new Map(tools?.map(tool => [tool.id, tool]))
  return {
    tools: here.data?.flatMap(one => {
      const tool = byId.get(one.id)
      return tool ? [{ tool, ...one, isOn: tool.on && one.isAllowed && !one.isOff }] : []
    }),
    isPending: listed.isPending || here.isPending,
    error: listed.error ?? here.error,
    retry: () => void listed.refetch(),
  }
}

type Here = Pick<ToolHere, "isAllowed" | "isOff" | "isLauncherHidden"> & { id: string }

async function readToolsHere(tools: readonly Tool[]): Promise<Here[]> {
  const [off, launchers, allowed] = await Promise.all([
    readOffHere(tools.map(({ id }) => id)),
    readLaunchers(),
    Promise.all(tools.map(({ address }) => chrome.permissions.contains({ origins: [originPattern(address)] }))),
  ])
  return tools.map(({ id }, place) => ({
    id,
    isAllowed: allowed[place] === true,
    isOff: off.has(id),
    isLauncherHidden: launchers[id]?.hidden === true,
  }))
}

function useDeviceChanges(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey })
    const heard = (changes: Record<string, unknown>, area: string) => {
      if (area === "local" && Object.keys(changes).some(key => key === launchersKey || isOffHereKey(key))) again()
    }
    chrome.permissions.onAdded.addListener(again)
    chrome.permissions.onRemoved.addListener(again)
    chrome.storage.onChanged.addListener(heard)
    return () => {
      chrome.permissions.onAdded.removeListener(again)
      chrome.permissions.onRemoved.removeListener(again)
      chrome.storage.onChanged.removeListener(heard)
    }
  }, [queries])
}
