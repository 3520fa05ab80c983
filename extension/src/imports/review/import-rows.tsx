import { deeds, type Import, type ImportRow, type Verdict, verdicts } from "@casepost/shared/imports"
import { useInfiniteQuery } from "@tanstack/react-query"
import { CircleX, Equal, GitCompare, type LucideIcon, Pencil, Plus } from "lucide-react"
import { useState } from "react"
import { ToggleButton, ToggleButtonGroup } from "react-aria-components"
import { call } from "../../api/backend"
import { Button } from "../../ui/buttons/button"
import toggle from "../../ui/buttons/toggle.module.css"
import { classNames } from "../../ui/class-names"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { moneyInWords } from "../../ui/money"
import styles from "../import.module.css"
import { number, words } from "../words"

const all = "all"

/** The rows of the file with their verdicts, a hundred at a time. */
export function ImportRows({ checked }: { checked: Import }) {
  const [shown, setShown] = useState<Verdict | typeof all>(all)
  const rows = useInfiniteQuery({
    queryKey: ["import-rows", checked.id, shown],
    queryFn: ({ pageParam, signal }) =>
      call(
        deeds.listImportRows,
        {
          params: { id: checked.id },
          query: {
            limit: 100,
            ...(pageParam ? { cursor: pageParam } : {}),
            ...(shown === all ? {} : { verdict: shown }),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor ?? undefined,
  })
  const list = rows.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <section>
      <div className={styles.filters}>
        <h2 className={styles.subtitle}>{words.rows}</h2>
        <ToggleButtonGroup
          aria-label={words.headings.verdict}
          className={styles.pills ?? ""}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown]}
          onSelectionChange={keys => setShown([...keys][0] as Verdict | typeof all)}
        >
          <Pill id={all} name={words.all} count={checked.rows} />
          {verdicts.map(verdict => (
            <Pill key={verdict} id={verdict} name={words.verdicts[verdict]} count={checked.counts[verdict]} />
          ))}
        </ToggleButtonGroup>
      </div>
      {rows.error && <ProblemNotice problem={rows.error} onRetry={() => void rows.refetch()} />}
      {rows.isPending && <Skeleton rows={4} withAvatar={false} />}
      {rows.data && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{words.headings.row}</th>
                <th>{words.headings.invoice}</th>
                <th>{words.headings.customer}</th>
                <th className={styles.amount}>{words.headings.open}</th>
                <th>{words.headings.due}</th>
                <th>{words.headings.email}</th>
                <th>{words.headings.verdict}</th>
              </tr>
            </thead>
            <tbody>
              {list.map(row => (
                <Row key={row.row} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.data && list.length === 0 && <p className={styles.none}>{words.noRows}</p>}
      {rows.hasNextPage && (
        <div className={styles.more}>
          <Button size="sm" isBusy={rows.isFetchingNextPage} onPress={() => void rows.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  )
}

function Pill({ id, name, count }: { id: string; name: string; count: number }) {
  return (
    <ToggleButton id={id} className={classNames(toggle.toggle, styles.pill)}>
      {name} <span className={classNames(toggle.count, styles.count)}>{number(count)}</span>
    </ToggleButton>
  )
}

const looks: Record<Verdict, { icon: LucideIcon; words: string }> = {
  new: { icon: Plus, words: words.verdicts.new },
  changed: { icon: Pencil, words: words.verdicts.changed },
  unchanged: { icon: Equal, words: words.verdicts.unchanged },
  conflict: { icon: GitCompare, words: words.conflictKept },
  refused: { icon: CircleX, words: words.verdicts.refused },
}

function Row({ row }: { row: ImportRow }) {
  const look = looks[row.verdict]
  return (
    <tr>
      <td className={styles.quiet}>{row.row}</td>
      <td className={styles.strong}>{row.invoiceNumber}</td>
      <td>{row.customer}</td>
      <td className={styles.amount}>{showAmount(row)}</td>
      <td className={styles.date}>{showDate(row.dueDate)}</td>
      <td className={styles.email}>{row.emailAddress}</td>
      <td>
        <span className={classNames(styles.verdict, styles[row.verdict])}>
          <look.icon size={15} strokeWidth={1.75} aria-hidden="true" />
          {look.words}
        </span>
        {row.detail && <span className={styles.detail}>{row.detail}</span>}
      </td>
    </tr>
  )
}

/** A refused row shows what stood in the file. */
function showAmount({ openAmount, currency }: ImportRow): string {
  if (openAmount === null) return ""
  const isAmount = /^-?\d+(\.\d+)?$/.test(openAmount) && /^[A-Z]{3}$/.test(currency ?? "")
  return isAmount ? moneyInWords({ amount: openAmount, currency: currency ?? "" }) : openAmount
}

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })

function showDate(date: string | null): string {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date ?? ""
  return dates.format(new Date(date)).replace("Sept", "Sep")
}
