import type { OverviewCount, OverviewFilter } from "@casepost/shared/overviews"
import { type ReactNode, type Ref, useEffect, useRef, useState } from "react"
import { useSession } from "../../../access/session"
import { Button } from "../../../ui/buttons/button"
import { SearchField } from "../../../ui/fields/search-field"
import { useSettled } from "../../../ui/fields/use-settled"
import { Kbd } from "../../../ui/marks/kbd"
import { openInWords } from "../../../ui/money"
import unseen from "../../../ui/text/unseen.module.css"
import { words as kit } from "../../../ui/words"
import { Filters } from "../filter/filters"
import { words } from "../words"
import { DataAge } from "./data-age"
import styles from "./head.module.css"

type OverviewHeadProps = {
  filter: OverviewFilter
  count: OverviewCount | undefined
  /** They could not be counted: the way to try again. */
  onCount?: (() => void) | undefined
  /** The figures are still those of the filter before. */
  isCounting: boolean
  look: "wide" | "compact"
  searchRef: Ref<HTMLInputElement>
  onChange: (part: Partial<OverviewFilter>, how?: "typed") => void
  /** Over everything, where it is narrow: which overview. */
  tabs?: ReactNode
  tabsEnd?: ReactNode
  /** Beside the count: the order where there are no heads, or why one may not send. */
  end?: ReactNode
}

/** What is looked at, how old it is, search, filters, and how many there are. */
export function OverviewHead(props: OverviewHeadProps) {
  const { filter, count, isCounting, look, searchRef, onChange, tabs, tabsEnd, end, onCount } = props
  const { administrations } = useSession().membership
  const [typed, setTyped] = useTypedSearch(filter.search, search => onChange({ search }, "typed"))
  const open = count?.open && openInWords(count.open)
  return (
    <header className={styles.head} data-look={look}>
      {look === "compact" && (
        <div className={styles.tabs}>
          {tabs}
          <DataAge filter={filter} count={count} administrations={administrations} isShort={tabs !== undefined} />
          {tabsEnd}
        </div>
      )}
      <div className={styles.first}>
        <h1 className={look === "wide" ? styles.title : unseen.spoken}>{words.kinds[filter.kind]}</h1>
        {look === "wide" && <DataAge filter={filter} count={count} administrations={administrations} />}
        <div className={styles.search}>
          <SearchField
            label={words.search}
            value={typed}
            onChange={setTyped}
            hint={<Kbd>/</Kbd>}
            inputRef={searchRef}
            maxLength={200}
          />
        </div>
      </div>
      <div className={styles.second}>
        <Filters look={look} filter={filter} administrations={administrations} onChange={onChange} />
        {look === "wide" && end}
        <div className={styles.figures}>
          <p role="status" className={styles.count} data-waiting={isCounting}>
            {onCount && (
              <>
                {words.notCounted}{" "}
                <Button kind="link" onPress={onCount}>
                  {kit.tryAgain}
                </Button>
              </>
            )}
            {count && words.matching(count.matching, count.all, filter.kind)}
            {count && open && `, ${words.open(open)}`}
          </p>
          {look === "compact" && end}
        </div>
      </div>
    </header>
  )
}

/** The text of the field: its own while somebody types, else that of the filter. */
function useTypedSearch(search: string, onSearch: (search: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(search)
  const settled = useSettled(typed.trim(), 200)
  const last = useRef(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed asks anew
  useEffect(() => {
    if (settled === last.current || settled !== typed.trim()) return
    last.current = settled
    onSearch(settled)
  }, [settled])
  useEffect(() => {
    // Cleared, or gone back to, from elsewhere.
    if (search === last.current) return
    last.current = search
    setTyped(search)
  }, [search])
  return [typed, setTyped]
}
