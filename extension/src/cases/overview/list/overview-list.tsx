import type { CaseRef } from "@casepost/shared/cases"
import type { OverviewCount, OverviewRow as Row } from "@casepost/shared/overviews"
import { type RefObject, useEffect, useMemo, useRef } from "react"
import { classNames } from "../../../ui/class-names"
import { NotLoaded } from "../../../ui/lists/not-loaded"
import type { Overview, OverviewView } from "../read-overview"
import type { Selecting } from "../selection/use-selection"
import { words } from "../words"
import { ColumnHeads, type Ordering } from "./column-heads"
import { LaterRows } from "./later-rows"
import styles from "./list.module.css"
import { OverviewRow, type RowDeeds } from "./overview-row"
import { TickBox } from "./tick-box"
import type { ActiveRow } from "./use-active-row"
import { type RowWindow, useWindow } from "./use-window"

export const rowHeights = { wide: 42, compact: 60 }

type OverviewListProps = {
  overview: Overview
  view: OverviewView
  count: OverviewCount | undefined
  look: "wide" | "compact"
  selecting: Selecting
  active: ActiveRow
  openId: string | undefined
  scroller: RefObject<HTMLDivElement | null>
  onOrder: (order: Ordering) => void
  onOpen: (caseRef: CaseRef) => void
}

/** The rows in sight of however many there are, under their heads; the next ones are read before the end is reached. */
export function OverviewList(props: OverviewListProps) {
  const { overview, view, count, look, selecting, active, scroller } = props
  const { rows } = overview
  const rowHeight = rowHeights[look]
  const inSight = useWindow(scroller, { rows: rows.length, rowHeight })
  useNextPage(overview, inSight)
  const latest = useRef({ selecting, active, onOpen: props.onOpen })
  latest.current = { selecting, active, onOpen: props.onOpen }
  // The same for every row and at every step: a row is drawn anew only when something in it is other.
  const deeds = useMemo<RowDeeds>(
    () => ({
      onOpen: row => latest.current.onOpen(row.ref),
      onTick: (row, how) => latest.current.selecting.tick(row, how),
      onActive: place => latest.current.active.set(place),
    }),
    [],
  )
  const kind = view.filter.kind
  const ticks = selecting.isEmpty ? "none" : selecting.isPageTicked ? "all" : "some"
  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA, on the elements of a table
        role="grid"
        aria-label={words.kinds[kind]}
        aria-multiselectable
        aria-rowcount={overview.hasNextPage ? -1 : rows.length + 1}
        aria-busy={overview.isPlaceholderData}
        className={classNames(styles.grid, styles[look], overview.isPlaceholderData && styles.waiting)}
        onKeyDown={active.onKeyDown}
      >
        <thead className={styles.headGroup}>
          {look === "wide" && (
            <ColumnHeads kind={kind} order={view} onOrder={props.onOrder}>
              <TickBox
                label={words.selectLoaded(rows.length)}
                isTicked={ticks === "all"}
                isPartly={ticks === "some"}
                reason={rows.length > 0 && rows.every(row => !row.mayMessage) ? words.noRight : undefined}
                isReachable
                onTick={selecting.tickPage}
              />
            </ColumnHeads>
          )}
        </thead>
        <tbody className={styles.rows} style={{ height: rows.length * rowHeight }}>
          {placesOf(inSight, active.place, rows.length).map(place => {
            const row = rows[place] as Row
            return (
              <OverviewRow
                key={row.ref.id}
                of={row}
                place={place}
                top={place * rowHeight}
                look={look}
                isTicked={selecting.isTicked(row)}
                isActive={place === active.place}
                isOpen={row.ref.id === props.openId}
                deeds={deeds}
              />
            )
          })}
        </tbody>
      </table>
      {overview.isFetchNextPageError && !overview.isFetchingNextPage ? (
        <NotLoaded
          title={words.moreNotLoaded}
          why={overview.error?.message ?? ""}
          onRetry={() => void overview.fetchNextPage()}
        />
      ) : (
        overview.hasNextPage && (
          <LaterRows look={look} rows={Math.min(6, Math.max(1, (count?.matching ?? 7) - rows.length))} />
        )
      )}
    </>
  )
}

/** Rows before the end at which the next ones are read. */
const ahead = 40

function useNextPage(overview: Overview, { last }: RowWindow): void {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage, rows } = overview
  const isNear = last + ahead >= rows.length
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError && !isPlaceholderData)
      void fetchNextPage()
  }, [isNear, hasNextPage, isFetchingNextPage, isFetchNextPageError, isPlaceholderData, fetchNextPage])
}

/** The rows in sight, and the one that keys move from, which keeps the focus wherever the list is scrolled to. */
function placesOf({ first, last }: RowWindow, active: number, rows: number): number[] {
  const places = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at)
  if (active < rows && active < first) places.unshift(active)
  else if (active < rows && active >= last) places.push(active)
  return places
}
