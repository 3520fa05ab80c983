import type { Membership } from "@casepost/shared/access"
import { toolOfPage } from "@casepost/shared/tool-addresses"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useSession } from "../../access/session"
import { useTools } from "../../tools/list-tools"
import { administrationOf } from "../../tools/recognise/administration-of"
import { readChosen, rememberChosen } from "./chosen-administrations"

type Administration = Membership["administrations"][number]

export type AdministrationChoice = {
  /** Those one has a right in. */
  administrations: readonly Administration[]
  chosen: Administration | undefined
  choose: (id: string) => void
  isPending: boolean
}

/**
 * Whose relations are offered: the administration that the address of the tool names; else the one chosen here last; else the tool's own;
 * else the one chosen last in any tool.
 */
export function useAdministration(page: string): AdministrationChoice {
  const { membership } = useSession()
  const organisation = membership.organisation.id
  const [picked, setPicked] = useState<string>()
  const tools = useTools(organisation)
  const administrations = membership.administrations.filter(({ right }) => right !== "none")

  const tool = toolOfPage(tools.data?.tools.filter(({ on }) => on) ?? [], page)
  const names = [`${organisation} ${tool?.id ?? ""}`, organisation]
  const kept = useQuery({
    queryKey: ["recipients-of", ...names],
    queryFn: () => readChosen(names),
    enabled: !tools.isPending,
    networkMode: "always",
  })
  const [lastHere, last] = kept.data ?? []
  const ofTool = tool && administrationOf(tool, page)
  const named = tool?.administrationBy === "address" ? ofTool : undefined
  const wanted = [picked, named, lastHere, ofTool, last]
  const found = wanted.map(id => administrations.find(one => one.id === id)).find(Boolean)
  return {
    administrations,
    chosen: found ?? administrations[0],
    choose(id) {
      setPicked(id)
      void rememberChosen(names, id)
    },
    isPending: tools.isPending || kept.isPending,
  }
}
