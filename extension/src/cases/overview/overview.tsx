import type { CaseRef } from "@casepost/shared/cases"
import type { OverviewFilter } from "@casepost/shared/overviews"
import { type ReactNode, useEffect, useRef } from "react"
import { useSession } from "../../access/session"
import { Button } from "../../ui/buttons/button"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useOverviewCount } from "./count-overview"
import { OverviewHead } from "./head/overview-head"
import { KeysFoot } from "./keys-foot"
import list from "./list/list.module.css"
import { OverviewList, rowHeights } from "./list/overview-list"
import { SortMenu } from "./list/sort-menu"
import { useActiveRow } from "./list/use-active-row"
import { useNewRows } from "./list/use-new-rows"
import { useWidth } from "./list/use-window"
import { NoRows } from "./no-rows"
import styles from "./overview.module.css"
import type { OverviewMemory } from "./overview-memory"
import { type OverviewView, useOverview } from "./read-overview"
import { type ChosenCases, canTick, chosenCases } from "./selection/selection"
import { SelectionBar, type SendingMessages } from "./selection/selection-bar"
import { useSelection } from "./selection/use-selection"
import { useKeptPlace } from "./use-kept-place"
import { overviewShortcuts, useOverviewKeys } from "./use-overview-keys"
import { words } from "./words"

export type OverviewProps = {
  view: OverviewView
  /** `typed`: letter by letter, not worth a step back each. */
  onView: (view: OverviewView, how?: "typed") => void
  onOpen: (caseRef: CaseRef) => void
  /** The case that is open beside the list. */
  openId?: string | undefined
  onSend: (chosen: ChosenCases) => void
  sending: SendingMessages
  /** Why nobody here may send anything. */
  restricted?: string | undefined
  memory: OverviewMemory
  /** Where data is imported, for those who may. */
  onImport?: (() => void) | undefined
  isElsewhere?: () => boolean
  /** Which overview, and the way to the full tab: shown where it is narrow. */
  tabs?: ReactNode
  tabsEnd?: ReactNode
}

/** Customers, matters or invoices: looked through, narrowed, sorted, and ticked to write to. */
export function Overview(props: OverviewProps) {
  const { view, onView, onOpen, openId, memory, sending, restricted, isElsewhere = () => false } = props
  const { filter } = view
  const organisationId = useSession().membership.organisation.id
  const frame = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const width = useWidth(frame)
  const look = width > 0 && width < 620 ? "compact" : "wide"
  const overview = useOverview(organisationId, view)
  const counted = useOverviewCount(organisationId, filter)
  const count = counted.data
  const { rows } = overview
  const change = (part: Partial<OverviewFilter>, how?: "typed") =>
    onView({ ...view, filter: { ...filter, ...part } }, how)
  const selecting = useSelection({
    filter,
    rows,
    count: counted.isPlaceholderData ? undefined : count,
    memory,
    onFilter: before => onView({ ...view, filter: before }),
  })
  const kept = useKeptPlace(view, {
    memory,
    scroller,
    isReady: rows.length > 0 && !overview.isPlaceholderData && width > 0,
  })
  const tick = (place: number, how: { range: boolean }) => {
    const row = rows[place]
    if (row && canTick(row)) selecting.tick(row, how)
  }
  const active = useActiveRow({
    scroller,
    rows: rows.length,
    rowHeight: rowHeights[look],
    headHeight: look === "wide" ? 33 : 0,
    start: kept.active,
    of: JSON.stringify(view),
    onOpen: place => rows[place] && onOpen(rows[place].ref),
    onTick: tick,
  })
  kept.keep({ active: active.place })
  const news = useNewRows({
    organisationId,
    view,
    place: Math.floor(kept.top / rowHeights[look] / 100),
    isOn: overview.isSuccess && !overview.isPlaceholderData,
    isFree: () => selecting.isEmpty && (scroller.current?.scrollTop ?? 0) === 0 && !isPointedAt(scroller.current),
  })
  const keys = useOverviewKeys({
    isElsewhere,
    move: active.move,
    tick: how => (active.isOnRow() ? tick(active.place, how) : undefined),
    tickAll: selecting.tickMore,
    clear: () => {
      if (selecting.isEmpty) return false
      selecting.clear()
    },
    search: () => search.current?.focus(),
  })
  useFocusBack(openId, () => active.goTo(active.place))
  const order = (next: Pick<OverviewView, "sort" | "descending">) => onView({ ...view, ...next })

  return (
    <div ref={frame} className={styles.overview}>
      <OverviewHead
        filter={filter}
        count={count}
        onCount={counted.isError && !count ? () => void counted.refetch() : undefined}
        isCounting={counted.isPlaceholderData}
        look={look}
        searchRef={search}
        onChange={change}
        tabs={props.tabs}
        tabsEnd={props.tabsEnd}
        end={
          <>
            {restricted && (
              <Button size="sm" disabledReason={restricted}>
                {words.sendMessages}
              </Button>
            )}
            {look === "compact" && <SortMenu order={view} onOrder={order} />}
          </>
        }
      />
      <div className={styles.body} data-bar={!selecting.isEmpty}>
        {news.hasChanged && (
          <div className={styles.news} role="status">
            {words.changed}
            <Button size="sm" onPress={() => void news.show().then(() => scroller.current?.scrollTo(0, 0))}>
              {words.showChanges}
            </Button>
          </div>
        )}
        <div ref={scroller} className={list.scroll} data-bar={!selecting.isEmpty} onScroll={kept.onScroll}>
          {rows.length > 0 ? (
            <OverviewList
              overview={overview}
              view={view}
              count={count}
              look={look}
              selecting={selecting}
              active={active}
              openId={openId}
              scroller={scroller}
              onOrder={order}
              onOpen={onOpen}
            />
          ) : (
            <NoRows look={look} overview={overview} filter={filter} onFilter={change} onImport={props.onImport} />
          )}
        </div>
        {!selecting.isEmpty && (
          <SelectionBar
            selecting={selecting}
            count={counted.isPlaceholderData ? undefined : count}
            sending={sending}
            onSend={() => props.onSend(chosenCases(selecting.selection, filter))}
          />
        )}
      </div>
      {look === "compact" && <KeysFoot onAll={() => keys.setKeys(true)} />}
      <ShortcutList isOpen={keys.hasKeys} onOpenChange={keys.setKeys} shortcuts={overviewShortcuts} />
    </div>
  )
}

function isPointedAt(list: HTMLElement | null): boolean {
  return list !== null && (list.matches(":hover") || list.contains(document.activeElement))
}

/** Gives the focus back to the row once the case beside the list was closed. */
function useFocusBack(openId: string | undefined, focus: () => void): void {
  const before = useRef(openId)
  useEffect(() => {
    if (before.current !== undefined && openId === undefined) focus()
    before.current = openId
  })
}
