import type { ImportedRelation } from "@casepost/shared/relations"
import { CircleX, Equal, type LucideIcon, Pencil, Plus } from "lucide-react"
import { useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { classNames } from "../../../ui/class-names"
import { Notice } from "../../../ui/feedback/notice"
import styles from "./import.module.css"
import { words } from "./words"

type Outcome = ImportedRelation["outcome"]

type CheckedRelationsProps = {
  rows: readonly ImportedRelation[]
  counts: Record<Outcome, number>
  /** The rows tell what was done, no longer what would be. */
  isDone: boolean
}

/** How many lines are drawn at once, and with every press of the button. */
const atOnce = 100
const order: readonly Outcome[] = ["refused", "new", "changed", "unchanged"]
const icons: Record<Outcome, LucideIcon> = { new: Plus, changed: Pencil, unchanged: Equal, refused: CircleX }

/** Line by line what a file does: what is refused first, because somebody has to do something about it. */
export function CheckedRelations({ rows, counts, isDone }: CheckedRelationsProps) {
  const [most, setMost] = useState(atOnce)
  const outcomes = isDone ? words.outcomesDone : words.outcomes
  const sorted = [...rows].sort(
    (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome) || one.line - other.line,
  )
  if (rows.length === 0) return <Notice tone="warning">{words.noLines}</Notice>
  return (
    <>
      <p className={styles.counts} role="status">
        {order
          .filter(outcome => counts[outcome] > 0)
          .map(outcome => words.counted(outcomes[outcome], counts[outcome]))
          .join(" · ")}
      </p>
      {counts.refused > 0 && <Notice tone="warning">{words.refusedNote(counts.refused)}</Notice>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.outcome}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.line}>
                {words.line}
              </th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.administrations}</th>
              <th scope="col">{words.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map(row => (
              <Row key={row.line} row={row} outcome={outcomes[row.outcome]} />
            ))}
          </tbody>
        </table>
      </section>
      {sorted.length > most && (
        <div className={styles.sample}>
          <Button size="sm" kind="ghost" onPress={() => setMost(most + atOnce)}>
            {words.moreLines(Math.min(atOnce, sorted.length - most))}
          </Button>
        </div>
      )}
    </>
  )
}

function Row({ row, outcome }: { row: ImportedRelation; outcome: string }) {
  const Icon = icons[row.outcome]
  const administrations = row.administrations.join(", ")
  return (
    <tr>
      <td className={styles.quiet}>{row.line}</td>
      <td title={row.name}>
        <bdi className={styles.clipped}>{row.name}</bdi>
      </td>
      <td title={row.address}>
        <span className={styles.clipped}>{row.address}</span>
      </td>
      <td title={administrations}>
        <span className={classNames(styles.clipped, administrations === "" && styles.quiet)}>
          {administrations || words.nowhere}
        </span>
      </td>
      <td>
        <span className={classNames(styles.outcome, styles[row.outcome])}>
          <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
          {outcome}
        </span>
        {row.detail && <span className={styles.detail}>{row.detail}</span>}
      </td>
    </tr>
  )
}
