import { PresetName, type Tool } from "@casepost/shared/tools"
import { useEffect, useState } from "react"
import { onPolicyChange, type Policy, type PolicyTool, policyToolId, readPolicy } from "../api/policy"

/** A tool of the policy in the form of the organisation's own: always on, its cases in whichever administration. */
function toolOfPolicy({ preset, ...tool }: PolicyTool): Tool {
  const known = PresetName.safeParse(preset)
  return {
    ...tool,
    id: policyToolId(tool),
    preset: known.success ? known.data : null,
    administrationBy: "asked",
    administrationId: null,
    administrationName: null,
    administrationCodes: [],
    readsCases: true,
    pages: [],
    on: true,
    switchedBy: null,
    switchedAt: null,
    version: 0,
    updatedAt: new Date(0).toISOString(),
    health: { state: "unseen", since: null, kinds: [], found: 0, pages: 0 },
  }
}

/** The organisation's tools, and those of the policy that are not on among them already: what the organisation set up reads more. */
export function withPolicyTools(tools: readonly Tool[], policy: Policy): Tool[] {
  const isThere = ({ address }: PolicyTool) => tools.some(tool => tool.on && tool.address === address)
  return [...tools, ...policy.tools.filter(tool => !isThere(tool)).map(toolOfPolicy)]
}

/** What the computer's administrator decided, as it is now; undefined until it was read. */
export function usePolicy(): Policy | undefined {
  const [policy, setPolicy] = useState<Policy | undefined>()
  useEffect(() => {
    let isOver = false
    const read = () =>
      void readPolicy().then(read => {
        if (!isOver) setPolicy(read)
      })
    read()
    const end = onPolicyChange(read)
    return () => {
      isOver = true
      end()
    }
  }, [])
  return policy
}
