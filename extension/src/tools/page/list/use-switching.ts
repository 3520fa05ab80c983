import { originPattern } from "@casepost/shared/tool-addresses"
import type { Tool } from "@casepost/shared/tools"
import { useState } from "react"
import { isRefused } from "../../../api/refusal"
import { showToast } from "../../../ui/feedback/toasts"
import { forgetOffHere } from "../../device/off-here"
import { switchOffHere, switchOnHere } from "../../device/switch-here"
import type { ToolHere } from "../../device/use-tools-here"
import { bodyOfTool, useUpdateTool } from "../../update-tool"
import { words } from "../words"

export type Switching = {
  /** For the organisation, or as it was just switched. */
  isOn: boolean
  isBusy: boolean
  /** Chrome was asked, and refused: the tool is as it was. */
  isDenied: boolean
  set: (on: boolean) => void
}

/** The switch of a tool. On: Chrome's permission within the click, then on for the organisation. Off: off for the organisation, and the permission goes here. */
export function useSwitching({ tool, isAllowed }: ToolHere, others: readonly Tool[]): Switching {
  const { mutateAsync } = useUpdateTool()
  const [wanted, setWanted] = useState<boolean | undefined>()
  const [isDenied, setDenied] = useState(false)

  async function switchOn(): Promise<void> {
    // Before anything is awaited: Chrome asks only within the click.
    const allowed = await switchOnHere(tool)
    if (!allowed) return setDenied(true)
    try {
      await keep(true)
    } catch (error) {
      if (!isAllowed) await chrome.permissions.remove({ origins: [originPattern(tool.address)] }).catch(() => false)
      throw error
    }
    showToast({ kind: "success", words: words.switchedOn(tool.name) })
  }
  async function switchOff(): Promise<void> {
    await keep(false)
    await switchOffHere(tool, others)
    // She took it from everybody, and did not say that she does not want it here.
    await forgetOffHere(tool.id)
    showToast({ kind: "success", words: words.switchedOff(tool.name) })
  }
  function keep(on: boolean) {
    return mutateAsync({ id: tool.id, body: { ...bodyOfTool(tool), on }, version: tool.version })
  }
  async function set(on: boolean): Promise<void> {
    setWanted(on)
    setDenied(false)
    try {
      await (on ? switchOn() : switchOff())
    } catch (error) {
      const isStale = isRefused(error, "stale-tool")
      showToast({ kind: "failure", words: isStale ? words.staleSwitch : (error as Error).message })
    } finally {
      setWanted(undefined)
    }
  }
  return {
    isOn: wanted ?? tool.on,
    isBusy: wanted !== undefined,
    isDenied,
    set: on => void set(on),
  }
}
