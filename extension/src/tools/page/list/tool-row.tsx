import type { Tool } from "@casepost/shared/tools"
import { LockKeyhole } from "lucide-react"
import { isPolicyTool } from "../../../api/policy"
import { classNames } from "../../../ui/class-names"
import { Switch } from "../../../ui/fields/switch"
import { openRow } from "../../../ui/lists/open-row"
import unseen from "../../../ui/text/unseen.module.css"
import type { ToolHere } from "../../device/use-tools-here"
import { words } from "../words"
import { ToolHealthCell } from "./health/tool-health"
import { HereLine } from "./here-line"
import { rowId } from "./row-id"
import { ToolMark } from "./tool-mark"
import { ToolMenu } from "./tool-menu"
import styles from "./tools-list.module.css"
import { useSwitching } from "./use-switching"

type ToolRowProps = {
  here: ToolHere
  /** All of them: one permission may serve several. */
  others: readonly Tool[]
  isFresh: boolean
  onDelete: () => void
  onTest: () => void
}

/** One tool: the switch is the organisation's, the line under it this browser's. The whole row opens it, and its link does for the keyboard. */
export function ToolRow({ here, others, isFresh, onDelete, onTest }: ToolRowProps) {
  const { tool } = here
  const isPolicy = isPolicyTool(tool)
  const switching = useSwitching(here, others)
  const place = `tools/${tool.id}`
  const hasLine = switching.isDenied || (tool.on && !here.isOn)
  const look = classNames(isPolicy ? styles.fixed : styles.row, isFresh && styles.fresh, hasLine && styles.withLine)
  const name = <bdi>{tool.name}</bdi>
  return (
    <>
      <tr className={look} {...(isPolicy ? {} : { onClick: event => openRow(event, place) })}>
        <td className={styles.switchCell}>
          {isPolicy ? (
            <LockKeyhole size={16} strokeWidth={1.75} role="img" aria-label={words.byPolicy} className={styles.lock} />
          ) : (
            <Switch isLeading isSelected={switching.isOn} isReadOnly={switching.isBusy} onChange={switching.set}>
              <span className={unseen.spoken}>{words.onFor(tool.name)}</span>
            </Switch>
          )}
        </td>
        <td className={styles.toolCell}>
          <span className={styles.who}>
            <ToolMark name={tool.name} />
            <span className={styles.two}>
              {isPolicy ? (
                <span className={styles.name}>{name}</span>
              ) : (
                <a id={rowId(tool.id)} href={`#/${place}`} className={styles.name} title={tool.name}>
                  {name}
                </a>
              )}
              <span className={styles.quiet} title={tool.address}>
                {tool.address}
              </span>
            </span>
          </span>
        </td>
        <td className={styles.administrationCell}>{isPolicy ? words.byPolicy : administrationOf(tool)}</td>
        <td className={styles.healthCell}>
          <ToolHealthCell tool={tool} />
        </td>
        <td className={styles.menuColumn}>
          <ToolMenu here={here} onDelete={onDelete} onTest={onTest} />
        </td>
      </tr>
      {hasLine && <HereLine here={here} isDenied={switching.isDenied} />}
    </>
  )
}

function administrationOf({ administrationBy, administrationName }: Tool): string {
  if (administrationBy === "address") return words.fromAddress
  if (administrationBy === "asked") return words.askEachTime
  return administrationName ?? words.noAdministration
}
