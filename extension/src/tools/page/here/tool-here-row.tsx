import type { Tool } from "@casepost/shared/tools"
import { CircleCheck, CircleDashed } from "lucide-react"
import { useState } from "react"
import { isPolicyTool } from "../../../api/policy"
import { Button } from "../../../ui/buttons/button"
import { showToast } from "../../../ui/feedback/toasts"
import { Switch } from "../../../ui/fields/switch"
import unseen from "../../../ui/text/unseen.module.css"
import { hideLauncher, showLauncher } from "../../device/launchers"
import { switchOffHere, switchOnHere } from "../../device/switch-here"
import type { ToolHere } from "../../device/use-tools-here"
import { ToolMark } from "../list/tool-mark"
import { words } from "../words"
import styles from "./tools-here.module.css"

type ToolHereRowProps = { here: ToolHere; others: readonly Tool[]; hasLauncher: boolean }

/** One tool that is on: allowed in this browser or not, and whether its launcher shows. */
export function ToolHereRow({ here, others, hasLauncher }: ToolHereRowProps) {
  const { tool, isOn, isAllowed, isOff, isLauncherHidden } = here
  const [isDenied, setDenied] = useState(false)
  async function allow() {
    const allowed = await switchOnHere(tool)
    setDenied(!allowed)
    if (allowed) showToast({ kind: "success", words: words.allowed(tool.name) })
  }
  async function remove() {
    await switchOffHere(tool, others)
    showToast({ kind: "success", words: words.here.removedNow(tool.name) })
  }
  const Icon = isOn ? CircleCheck : CircleDashed
  const state = isOn ? words.here.allowed : isAllowed && isOff ? words.here.removed : words.here.notAllowed
  return (
    <div className={styles.row}>
      <ToolMark name={tool.name} />
      <div className={styles.words}>
        <p className={styles.name}>
          <bdi>{tool.name}</bdi>
        </p>
        <p className={styles.quiet}>
          {tool.address}
          {isPolicyTool(tool) && `, ${words.byPolicy.toLowerCase()}`}
        </p>
        <p className={isOn ? styles.good : styles.quiet}>
          <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
          {state}
        </p>
        {isDenied && (
          <p role="alert" className={styles.refused}>
            {words.refusedHere(new URL(tool.address).origin)}
          </p>
        )}
      </div>
      {isOn && tool.readsCases && hasLauncher && (
        <Switch
          isSelected={!isLauncherHidden}
          onChange={on => void (on ? showLauncher(tool.id) : hideLauncher(tool.id))}
        >
          <span aria-hidden="true">{words.here.launcher}</span>
          <span className={unseen.spoken}>{words.here.launcherOf(tool.name)}</span>
        </Switch>
      )}
      {isOn ? (
        <Button size="sm" aria-label={words.here.removeFor(tool.name)} onPress={() => void remove()}>
          {words.here.remove}
        </Button>
      ) : (
        <Button size="sm" aria-label={words.allowHereFor(tool.name)} onPress={() => void allow()}>
          {words.allowHere}
        </Button>
      )}
    </div>
  )
}
