import type { OverviewCount, OverviewFilter } from "@casepost/shared/overviews"
import { Database } from "lucide-react"
import { clockTime, dayName, momentInWords } from "../../../ui/text/moments"
import { words } from "../words"
import styles from "./head.module.css"

type DataAgeProps = {
  filter: OverviewFilter
  count: OverviewCount | undefined
  administrations: readonly { id: string; name: string }[]
  /** Only when; the tooltip says where. */
  isShort?: boolean
}

/** How old the data is, of which administrations: the oldest of several. */
export function DataAge({ filter, count, administrations, isShort = false }: DataAgeProps) {
  if (!count) return null
  const chosen = administrations.filter(
    ({ id }) => filter.administrationIds.length === 0 || filter.administrationIds.includes(id),
  )
  const where = chosen.length === 1 ? (chosen[0]?.name ?? "") : words.administrations(chosen.length)
  const isFresh = count.asOf !== null && Date.now() - new Date(count.asOf).getTime() < 36 * 3_600_000
  const said = chosen.length === 1 ? words.dataOf : words.oldestData
  const age = count.asOf === null ? words.noData(where) : said(where, whenOf(count.asOf))
  return (
    <p className={styles.age} data-fresh={isFresh} title={age}>
      <Database size={15} strokeWidth={1.75} aria-hidden="true" />
      <span>{isShort && count.asOf ? words.dataShort(whenOf(count.asOf)) : age}</span>
    </p>
  )
}

function whenOf(moment: string): string {
  const day = dayName(moment)
  if (day === "Today") return words.today(clockTime(moment))
  if (day === "Yesterday") return words.yesterday(clockTime(moment))
  return momentInWords(moment)
}
