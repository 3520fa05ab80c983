import { mostBulkCases, type OverviewCount } from "@casepost/shared/overviews"
import { MessageCircleOff, Send, TriangleAlert } from "lucide-react"
import { Button } from "react-aria-components"
import { classNames } from "../../../ui/class-names"
import { Kbd } from "../../../ui/marks/kbd"
import { Spinner } from "../../../ui/marks/spinner"
import { words } from "../words"
import { tickable } from "./selection"
import styles from "./selection-bar.module.css"
import type { Selecting } from "./use-selection"

const said = words.selection
/** Cases that can be unticked of all that match: as many as the contract takes. */
const mostExcept = 5_000

export type SendingMessages = { isPending: boolean; error: Error | null }

type SelectionBarProps = {
  selecting: Selecting
  count: OverviewCount | undefined
  sending: SendingMessages
  onSend: () => void
}

/** Floats over the rows while something is ticked: how many, what is left out, and the way to write to them. */
export function SelectionBar({ selecting, count, sending, onSend }: SelectionBarProps) {
  const { selection, total } = selecting
  const isFilter = selection.by === "filter"
  const isTooMany = isFilter ? (count?.matching ?? 0) > mostBulkCases : total > mostBulkCases
  const hindrance = isTooMany
    ? said.tooMany
    : isFilter && selection.ids.size > mostExcept
      ? said.manyExcept(mostExcept)
      : sending.error?.message
  const canSend = !isTooMany && !(isFilter && (selection.ids.size > mostExcept || !count))
  return (
    <section className={styles.bar} aria-label={said.bar} data-selection-bar>
      {hindrance && (
        <p className={styles.hindrance} role="alert">
          <TriangleAlert size={15} strokeWidth={1.75} aria-hidden="true" />
          {hindrance}
        </p>
      )}
      <div className={styles.line}>
        <p className={styles.words} role="status">
          <strong>{said.selected(total)}</strong>
          {isFilter && <span> · {said.allMatching}</span>}
        </p>
        {!isFilter && tickable(count) > total && (
          <Button className={styles.all ?? ""} onPress={selecting.tickAll}>
            {said.selectAll((count?.matching ?? 0) > mostBulkCases ? mostBulkCases + 1 : tickable(count))}
          </Button>
        )}
        {isFilter && <LeftOut count={count} />}
        <Button className={styles.clear ?? ""} onPress={selecting.clear}>
          {said.clear}
          <span aria-hidden="true" className={styles.esc}>
            <Kbd on="inverse">Esc</Kbd>
          </span>
        </Button>
        <Button
          className={classNames(styles.send, sending.isPending && styles.busy)}
          isDisabled={!canSend}
          {...(sending.isPending ? { "aria-disabled": true } : { onPress: onSend })}
        >
          {sending.isPending ? <Spinner /> : <Send size={16} strokeWidth={1.75} aria-hidden="true" />}
          {words.sendMessages}
        </Button>
      </div>
    </section>
  )
}

function LeftOut({ count }: { count: OverviewCount | undefined }) {
  if (!count || count.doNotMessage + count.noRight === 0) return null
  return (
    <span className={styles.leftOut}>
      <MessageCircleOff size={15} strokeWidth={1.75} aria-hidden="true" />
      {[count.doNotMessage > 0 && said.leftOut(count.doNotMessage), count.noRight > 0 && said.noRight(count.noRight)]
        .filter(Boolean)
        .join(" · ")}
    </span>
  )
}
