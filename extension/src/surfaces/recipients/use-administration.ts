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
  const kept = useQuery({ queryKey: ["recipients-administrations"], queryFn: readChosen, networkMode: "always" })
  const administrations = membership.administrations.filter(({ right }) => right !== "none")

  const tool = toolOfPage(tools.data?.tools.filter(({ on }) => on) ?? [], page)
  const here = `${organisation} ${tool?.id ?? "other"}`
  const ofTool = tool && administrationOf(tool, page)
  const named = tool?.administrationBy === "address" ? ofTool : undefined
  const wanted = [picked, named, kept.data?.[here], ofTool, kept.data?.[organisation]]
  const found = wanted.map(id => administrations.find(one => one.id === id)).find(Boolean)
  return {
    administrations,
    chosen: found ?? administrations[0],
    choose(id) {
      setPicked(id)
      void rememberChosen([here, organisation], id)
    },
    isPending: tools.isPending || kept.isPending,
  }
}
