import { MonitorOff } from "lucide-react"
import { useState } from "react"
import { isPolicyTool } from "../../../api/policy"
import { Button } from "../../../ui/buttons/button"
import { showToast } from "../../../ui/feedback/toasts"
import { switchOnHere } from "../../device/switch-here"
import type { ToolHere } from "../../device/use-tools-here"
import { words } from "../words"
import { focusRow } from "./row-id"
import styles from "./tools-list.module.css"

/** What this browser has to do with a tool that is on: not allowed yet, or taken away; and what a refused permission means. */
export function HereLine({ here, isDenied }: { here: ToolHere; isDenied: boolean }) {
  const { tool, isAllowed, isOff } = here
  const [isDeniedHere, setDeniedHere] = useState(false)
  const { origin } = new URL(tool.address)
  async function allow() {
    const allowed = await switchOnHere(tool)
    setDeniedHere(!allowed)
    if (!allowed) return
    focusRow(tool.id)
    showToast({ kind: "success", words: words.allowed(tool.name) })
  }
  const why = isPolicyTool(tool) ? words.notAllowedByPolicy : isAllowed && isOff ? words.offHere : words.notAllowedHere
  return (
    <tr className={styles.line}>
      <td />
      <td colSpan={4}>
        <span className={styles.here}>
          <MonitorOff size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {isDenied || isDeniedHere ? (
              <span role="alert">{isDenied ? words.refused(origin) : words.refusedHere(origin)}</span>
            ) : (
              `${why}:`
            )}{" "}
            {tool.on && (
              <Button kind="link" aria-label={words.allowHereFor(tool.name)} onPress={() => void allow()}>
                {words.allowHere}
              </Button>
            )}
          </span>
        </span>
      </td>
    </tr>
  )
}
