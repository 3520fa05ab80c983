import unseen from "../../../ui/text/unseen.module.css"
import type { ToolHere } from "../../device/use-tools-here"
import { words } from "../words"
import { ToolRow } from "./tool-row"
import styles from "./tools-list.module.css"

type ToolTableProps = {
  tools: readonly ToolHere[]
  fresh: string | undefined
  onDelete: (here: ToolHere) => void
  onTest: (here: ToolHere) => void
}

/** One row a tool, by name. */
export function ToolTable({ tools, fresh, onDelete, onTest }: ToolTableProps) {
  const { columns } = words
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.on}</th>
          <th scope="col">{columns.tool}</th>
          <th scope="col">{columns.administration}</th>
          <th scope="col">{columns.health}</th>
          <th scope="col" className={styles.menuColumn}>
            <span className={unseen.spoken}>{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tools.map(here => (
          <ToolRow
            key={here.tool.id}
            here={here}
            others={tools.map(({ tool }) => tool)}
            isFresh={here.tool.id === fresh}
            onDelete={() => onDelete(here)}
            onTest={() => onTest(here)}
          />
        ))}
      </tbody>
    </table>
  )
}
