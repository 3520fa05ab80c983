import { Crosshair, FlaskConical } from "lucide-react"
import { useState } from "react"
import { Button } from "../../../../ui/buttons/button"
import { Notice } from "../../../../ui/feedback/notice"
import { ProblemNotice } from "../../../../ui/feedback/problem-notice"
import { showToast } from "../../../../ui/feedback/toasts"
import { TestDialog } from "../../test/test-dialog"
import { words } from "../../words"
import styles from "../tool-form.module.css"
import { addressOf, bodyOf, type Written } from "../written"
import { PagesList } from "./pages-list"
import { usePicking } from "./use-picking"

type PagesFieldProps = {
  /** Of a tool that is saved. */
  id: string | undefined
  written: Written
  change: (change: (now: Written) => Written) => void
  wrong: string | undefined
  isToBePicked: boolean
}

/** What was pointed at on the tool's pages; points at more, and tests all of it on a page before anything is saved. */
export function PagesField({ id, written, change, wrong, isToBePicked }: PagesFieldProps) {
  const [isTesting, setTesting] = useState(false)
  const address = addressOf(written)
  const picking = usePicking({ id, written, change, isToBePicked })
  const { pages } = written
  function remove(place: number) {
    const gone = pages[place]
    if (!gone) return
    change(now => ({ ...now, pages: now.pages.filter(page => page !== gone) }))
    showToast({
      kind: "success",
      words: words.pageRemoved(gone.path),
      action: {
        label: words.undo,
        onPress: () => change(now => ({ ...now, pages: now.pages.toSpliced(place, 0, gone) })),
      },
    })
  }
  return (
    <section className={styles.group} aria-labelledby="pages-pointed-at">
      <div>
        <h2 id="pages-pointed-at" className={styles.label}>
          {words.pages}
        </h2>
        <p className={styles.help}>{words.pagesLead}</p>
      </div>
      {pages.length === 0 ? (
        <p className={styles.quiet}>{words.noPages}</p>
      ) : (
        <PagesList pages={pages} onRemove={remove} />
      )}
      {wrong && <ProblemNotice problem={{ message: wrong }} />}
      {picking.said && (
        <Notice tone={picking.said.isGood ? "neutral" : "warning"} role="status">
          {picking.said.words}
        </Notice>
      )}
      <span className={styles.ways}>
        <Button
          icon={Crosshair}
          onPress={picking.start}
          isBusy={picking.isRunning}
          disabledReason={address ? undefined : words.pickNeedsAddress}
        >
          {words.pick}
        </Button>
        <Button
          icon={FlaskConical}
          onPress={() => setTesting(true)}
          disabledReason={address ? undefined : words.testNeedsAddress}
        >
          {words.test}
        </Button>
      </span>
      {isTesting && (
        <TestDialog tool={{ ...bodyOf(written, true), ...(id ? { id } : {}) }} onClose={() => setTesting(false)} />
      )}
    </section>
  )
}
