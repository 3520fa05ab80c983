import { toolOfPage } from "@casepost/shared/tool-addresses"
import { useState } from "react"
import { useSession } from "../../access/session"
import { leaveOffHere, switchOnHere } from "../../tools/device/switch-here"
import { type ToolHere, useToolsOnThisComputer } from "../../tools/device/use-tools-here"
import { Button } from "../../ui/buttons/button"
import { openSettings } from "../open-settings"
import styles from "./follow.module.css"
import { words } from "./words"

const said = words.offers
/** Where Chrome does not say which page it is. */
const most = 3

/**
 * Under a page that shows no case: to switch Casepost on in the tool it belongs to, or (administrators) to add the tool. Where Chrome keeps the
 * address to itself, the tools that are not on here yet.
 */
export function ToolOffers({ url }: { url: string | undefined }) {
  const { membership } = useSession()
  const { tools = [] } = useToolsOnThisComputer()
  const web = url !== undefined && /^https?:/.test(url) ? url : undefined
  const isKnown =
    web !== undefined &&
    toolOfPage(
      tools.map(({ tool }) => tool),
      web,
    ) !== undefined
  const offered = offersFor(tools, url)
  if (offered.length > 0)
    return (
      <section className={styles.offers} aria-label={said.label}>
        <p>
          {url === undefined && said.closed} {said.more}
        </p>
        {offered.map(one => (
          <Offer key={one.tool.id} of={one} />
        ))}
      </section>
    )
  if (!web || isKnown || membership.right !== "administrator") return null
  return (
    <section className={styles.offers} aria-label={said.label}>
      <div className={styles.offer}>
        <span className={styles.offered}>{said.unknown(new URL(web).host)}</span>
        <Button onPress={() => void openSettings(`tools/new?address=${encodeURIComponent(new URL(web).origin)}`)}>
          {said.add}
        </Button>
      </div>
    </section>
  )
}

function Offer({ of: { tool } }: { of: ToolHere }) {
  const [isRefused, setRefused] = useState(false)
  return (
    <div className={styles.offer}>
      <span className={styles.offered}>{said.show(tool.name)}</span>
      <Button kind="ghost" onPress={() => void leaveOffHere(tool)}>
        {said.notNow}
      </Button>
      <Button onPress={() => void switchOnHere(tool).then(isAllowed => setRefused(!isAllowed))}>{said.switchOn}</Button>
      <span className={styles.refused} role="status">
        {isRefused && said.refused}
      </span>
    </div>
  )
}

function offersFor(tools: readonly ToolHere[], url: string | undefined): readonly ToolHere[] {
  const open = tools.filter(({ tool, isAllowed, isOff }) => tool.on && !isAllowed && !isOff)
  if (url === undefined) return open.slice(0, most)
  const tool = toolOfPage(
    tools.map(one => one.tool).filter(({ on }) => on),
    url,
  )
  return open.filter(one => one.tool.id === tool?.id)
}
