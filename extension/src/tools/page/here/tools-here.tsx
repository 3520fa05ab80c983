import { useSession } from "../../../access/session"
import { Notice } from "../../../ui/feedback/notice"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { Card } from "../../../ui/layout/card"
import { Section } from "../../../ui/layout/section"
import { useToolsOnThisComputer } from "../../device/use-tools-here"
import { usePolicy } from "../../policy-tools"
import { words } from "../words"
import { ToolHereRow } from "./tool-here-row"
import styles from "./tools-here.module.css"

/** My settings, Tools on this computer: for everybody, whatever the right. What is off in the organisation is not shown. */
export function ToolsHere() {
  const { organisation } = useSession().membership
  const list = useToolsOnThisComputer()
  const hasLauncher = usePolicy()?.launcher !== false
  const shown = list.tools?.filter(({ tool }) => tool.on)
  return (
    <Section title={words.here.title} lead={words.here.lead}>
      <Card>
        <div className={styles.rows}>
          {!shown && !list.error && <Skeleton rows={2} />}
          {list.error && <ProblemNotice problem={list.error} onRetry={list.retry} />}
          {shown && shown.length === 0 && <p className={styles.none}>{words.here.none(organisation.name)}</p>}
          {!hasLauncher && <Notice>{words.here.launcherByPolicy}</Notice>}
          {shown?.map(here => (
            <ToolHereRow
              key={here.tool.id}
              here={here}
              others={shown.map(({ tool }) => tool)}
              hasLauncher={hasLauncher}
            />
          ))}
        </div>
      </Card>
    </Section>
  )
}
