import { toolOfPage } from "@casepost/shared/tool-addresses"
import { useState } from "react"
import { caseName } from "../../cases/marks/case-name"
import { useToolsOnThisComputer } from "../../tools/device/use-tools-here"
import type { Recognised } from "../../tools/recognise/recognised"
import { useRecognised } from "../../tools/recognise/use-recognised"
import { type OpenCase, openInAddress } from "../open-case"
import { choose, type Followed, follow, following, keeping, otherCase, release, type Sight } from "./followed"
import { type ActiveTab, useActiveTab } from "./use-active-tab"
import { useHandedOver } from "./use-handed-over"
import { useKeptOpen } from "./use-kept-open"
import { useMeeting } from "./use-meeting"

/** What the side panel shows: the case of its window's active tab, of somebody's choice, or the one that is kept open. */
export function useTabCase() {
  const tab = useActiveTab()
  const mayLook = useMayLook(tab)
  const [isHeld, setHeld] = useState(false)
  const [followed, setFollowed] = useState<Followed>(() => {
    const open = openInAddress()
    return open ? keeping(open) : following
  })
  const isOn = mayLook === true && followed.by !== "kept"
  const look = useRecognised({ tabId: tab?.id, isOn })
  // Until it is known of this very page, what was known of the one before says nothing.
  const isKnown = tab !== undefined && mayLook !== undefined && (!isOn || (!look.isPending && look.page === tab.url))
  const recognised = isOn && isKnown ? look.recognised : undefined
  const sight = sightOf(tab, recognised)
  useMeeting({ sight, isKnown, isHeld }, setFollowed)
  useHandedOver(tab?.windowId, open => setFollowed(keeping(open)))
  useKeptOpen(tab?.windowId, followed, setFollowed)

  const found = recognised?.kind === "one" ? recognised.found : undefined
  const other = isKnown && otherCase(followed, sight) ? found : undefined
  return {
    ...followed,
    tab,
    look: { ...look, recognised },
    /** Nothing is known of the page yet, and what it shows is what counts. */
    isLooking: !isKnown && !isHeld && followed.by === "tab",
    /** The case of the tab, while another one is shown here. */
    other: other && { name: caseName(other.ref.kind, other.number) },
    setHeld,
    choose: (open: OpenCase | undefined) => setFollowed(now => choose(now, open, sight)),
    keep: (open: OpenCase) => setFollowed(keeping(open)),
    release: () => setFollowed(now => release(now, sight)),
    follow: () => setFollowed(follow(sight)),
  }
}

export type TabCase = ReturnType<typeof useTabCase>

function sightOf(tab: ActiveTab | undefined, recognised: Recognised | undefined): Sight {
  const page = `${tab?.id ?? ""} ${tab?.url ?? ""}`
  if (recognised?.kind === "one") {
    const shown = recognised.found.ref
    return { page, shown, cases: `${tab?.id} ${shown.kind} ${shown.id}` }
  }
  return { page, shown: undefined, cases: recognised?.kind === "several" ? page : undefined }
}

/**
 * Whether the tab's page may be looked at: of a tool, where that is switched on here; of none, where a click of ours on it (`activeTab`) lets
 * us see its address. Undefined until the tools are known.
 */
function useMayLook(tab: ActiveTab | undefined): boolean | undefined {
  const { tools, error } = useToolsOnThisComputer()
  const url = tab?.url
  if (!tab) return undefined
  if (url === undefined || !/^https?:/.test(url)) return false
  if (!tools) return error ? false : undefined
  const tool = toolOfPage(
    tools.map(one => one.tool).filter(({ on }) => on),
    url,
  )
  return tool ? tools.some(one => one.tool.id === tool.id && one.isOn) : true
}
