import type { CaseKind } from "@casepost/shared/cases"
import { ArrowDown, ArrowUp } from "lucide-react"
import { Button } from "react-aria-components"
import { classNames } from "../../../ui/class-names"
import type { OverviewSort, OverviewView } from "../read-overview"
import { words } from "../words"
import styles from "./list.module.css"

export type Ordering = Pick<OverviewView, "sort" | "descending">

type ColumnHeadsProps = {
  kind: CaseKind
  order: Ordering
  onOrder: (order: Ordering) => void
  /** The box that ticks all that is loaded. */
  children: React.ReactNode
}

const named = words.columns

/** The heads of the columns: pressing one sorts by it, pressing it again turns the order round. */
export function ColumnHeads({ kind, order, onOrder, children }: ColumnHeadsProps) {
  const head = { order, onOrder }
  return (
    <tr aria-rowindex={1} className={styles.heads}>
      <th scope="col" className={styles.tickCell}>
        {children}
      </th>
      <Head {...head} by="number" name={named.number[kind]} />
      <Head {...head} by="customer" name={named.customer} />
      <Head {...head} by="open" name={named.open} className={styles.amount} />
      {kind === "invoice" ? (
        <Head {...head} by="due" name={named.due} className={styles.due} />
      ) : (
        <th scope="col" className={classNames(styles.cell, styles.due)}>
          {named.invoices}
        </th>
      )}
      <Head {...head} by="overdue" name={named.overdue} className={styles.overdue} />
      <Head {...head} by="last-message" name={named.message} className={styles.message} />
      <th scope="col" className={classNames(styles.cell, styles.marks)}>
        {named.attention}
      </th>
    </tr>
  )
}

/** What is read first of a column: numbers and names from the low end, the rest from the high end. */
const fromTheTop: readonly OverviewSort[] = ["open", "overdue", "last-message"]

type HeadProps = Pick<ColumnHeadsProps, "order" | "onOrder"> & {
  by: OverviewSort
  name: string
  className?: string | undefined
}

function Head({ by, name, order, onOrder, className }: HeadProps) {
  const isSorted = order.sort === by
  const Arrow = order.descending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (order.descending ? "descending" : "ascending") : "none"}
      className={classNames(styles.cell, className)}
    >
      <Button
        className={classNames(styles.sort, isSorted && styles.sorted)}
        aria-label={words.sortBy(name)}
        onPress={() => onOrder({ sort: by, descending: isSorted ? !order.descending : fromTheTop.includes(by) })}
      >
        {name}
        {isSorted && <Arrow size={14} strokeWidth={2} aria-hidden="true" />}
      </Button>
    </th>
  )
}
