import type { OverviewRow as Row } from "@casepost/shared/overviews"
import { memo } from "react"
import { classNames } from "../../../ui/class-names"
import { openInWords } from "../../../ui/money"
import { clockTime, dayInWords } from "../../../ui/text/moments"
import { words } from "../words"
import { Attention } from "./attention"
import styles from "./list.module.css"
import { dueOf, overdueOf } from "./row-words"
import { TickBox } from "./tick-box"

export type RowDeeds = {
  onOpen: (row: Row) => void
  onTick: (row: Row, how: { range: boolean }) => void
  onActive: (place: number) => void
}

type OverviewRowProps = {
  of: Row
  place: number
  top: number
  look: "wide" | "compact"
  isTicked: boolean
  isActive: boolean
  isOpen: boolean
  deeds: RowDeeds
}

export const rowId = (place: number) => `overview-row-${place}`

/** One case: drawn only while it is in sight. */
export const OverviewRow = memo(function OverviewRow(props: OverviewRowProps) {
  const { of, place, top, look, isTicked, isActive, isOpen, deeds } = props
  const reason = of.doNotMessage !== null ? words.doNotMessage : of.mayMessage ? undefined : words.noRight
  return (
    <tr
      id={rowId(place)}
      aria-rowindex={place + 2}
      {...(reason ? {} : { "aria-selected": isTicked })}
      aria-current={isOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      className={classNames(styles.row, reason && styles.barred)}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => deeds.onActive(place)}
      onClick={() => deeds.onOpen(of)}
      data-case={of.ref.id}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the box is meant for the box */}
      <td className={styles.tickCell} onClick={event => event.stopPropagation()}>
        <TickBox
          label={words.select(of.number)}
          isTicked={isTicked}
          reason={reason}
          onTick={range => deeds.onTick(of, { range })}
        />
      </td>
      {look === "wide" ? <WideCells of={of} /> : <CompactCells of={of} />}
    </tr>
  )
})

function WideCells({ of }: { of: Row }) {
  const overdue = overdueOf(of)
  return (
    <>
      <Cell className={styles.number} title={of.number}>
        {of.number}
      </Cell>
      <Cell className={styles.customer} title={of.customerName}>
        {of.customerName}
        {of.ref.kind !== "customer" && <span className={styles.customerNumber}>{of.customerNumber}</span>}
      </Cell>
      <Cell className={styles.amount} title={openInWords(of.open)}>
        {openInWords(of.open) ?? words.nothingOpen}
      </Cell>
      <Cell className={styles.due}>{dueOf(of)}</Cell>
      <Cell className={classNames(styles.overdue, overdue.isLate && styles.late)}>{overdue.words}</Cell>
      <LastMessage of={of} />
      <Cell className={styles.marks}>
        <Attention of={of} />
      </Cell>
    </>
  )
}

function CompactCells({ of }: { of: Row }) {
  const overdue = overdueOf(of)
  return (
    <>
      <Cell className={styles.number}>{of.number}</Cell>
      <Cell className={styles.amount}>{openInWords(of.open) ?? words.nothingOpen}</Cell>
      <Cell className={styles.customer}>{of.customerName}</Cell>
      <Cell className={classNames(styles.overdue, overdue.isLate && styles.late)}>
        {overdue.isLate ? overdue.words : dueOf(of)}
      </Cell>
      <Cell className={styles.marks}>
        <Attention of={of} />
      </Cell>
    </>
  )
}

function Cell(props: { children: React.ReactNode; className?: string | undefined; title?: string | undefined }) {
  return (
    <td className={classNames(styles.cell, props.className)} title={props.title}>
      {props.children}
    </td>
  )
}

/** `Second reminder, 16 Nov`; of today with its time. Where it is long, the words give way and not the day. */
function LastMessage({ of: { lastMessage } }: { of: Row }) {
  if (!lastMessage) return <Cell className={styles.message}>{words.noMessage}</Cell>
  const { text, at } = lastMessage
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  const when = isToday ? clockTime(at) : dayInWords(at)
  return (
    <Cell className={styles.message} title={`${text}, ${when}`}>
      <span className={styles.said}>
        <span className={styles.cut}>{text}</span>
        <span className={styles.when}>, {when}</span>
      </span>
    </Cell>
  )
}
