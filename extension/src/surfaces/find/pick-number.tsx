import { Crosshair } from "lucide-react"
import { useState } from "react"
import { useSession } from "../../access/session"
import { isPolicyTool } from "../../api/policy"
import { startPicking } from "../../tools/pick/start-picking"
import type { TabLook } from "../../tools/recognise/recognise-tab"
import { Button } from "../../ui/buttons/button"
import { openSettings } from "../open-settings"
import styles from "./case-finder.module.css"
import { words } from "./words"

type PickNumberProps = {
  look: TabLook
  /** The tab to point in, beside which this stands; left out: this covers it, so the settings open and begin from there. */
  tabId?: number | undefined
}

/**
 * For administrators, where nothing was recognised on a page of a tool: to point at the number on it. What was pointed at comes into the tool's
 * settings, to be tested and saved there.
 */
export function PickNumber({ look: { tool, recognised, isClosed }, tabId }: PickNumberProps) {
  const isAdministrator = useSession().membership.right === "administrator"
  const [isRunning, setRunning] = useState(false)
  const [said, setSaid] = useState("")
  const isNothing = recognised?.kind === "none" && recognised.why === "nothing"
  if (!isAdministrator || !tool || isPolicyTool(tool) || !tool.readsCases || isClosed || !(isNothing || isRunning))
    return null

  async function pick(of: NonNullable<typeof tool>, where: number): Promise<void> {
    setRunning(true)
    setSaid("")
    try {
      const end = await startPicking(of, where)
      if (end === "kept") await openSettings(`tools/${of.id}`)
      if (end === "refused") setSaid(words.pickRefused)
    } catch {
      setSaid(words.pickFailed)
    } finally {
      setRunning(false)
    }
  }
  return (
    <div className={styles.pick}>
      <Button
        size="sm"
        icon={Crosshair}
        isBusy={isRunning}
        onPress={() => void (tabId === undefined ? openSettings(`tools/${tool.id}?pick`) : pick(tool, tabId))}
      >
        {words.pick}
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
