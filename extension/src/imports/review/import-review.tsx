import { deeds, type Import, type ImportField } from "@casepost/shared/imports"
import { CircleCheck, TriangleAlert } from "lucide-react"
import { useState } from "react"
import { download } from "../../api/backend"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { downloadFile } from "../../ui/files/download-file"
import { Spinner } from "../../ui/marks/spinner"
import { Dialog } from "../../ui/overlays/dialog"
import { useConfirmImport, useImport } from "../confirm-import"
import styles from "../import.module.css"
import { words } from "../words"
import { ImportCloses } from "./import-closes"
import { ImportColumns } from "./import-columns"
import { ImportRows } from "./import-rows"

type ImportReviewProps = {
  checked: Import
  isChecking: boolean
  onMapping: (heading: string, field: ImportField | null) => void
  onCancel: () => void
}

/** What a checked file would do, and the button that does it. */
export function ImportReview({ checked, isChecking, onMapping, onCancel }: ImportReviewProps) {
  const { data: now } = useImport(checked)
  const confirm = useConfirmImport(checked.id)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Error | undefined>()
  const importing = checked.rows - checked.counts.refused
  const closing = checked.closes?.count ?? 0

  function run(closeMany: boolean) {
    setAsking(false)
    confirm.mutate(closeMany)
  }
  async function downloadRefused() {
    try {
      downloadFile(await download(deeds.downloadRefused, { params: { id: checked.id } }), "refused.csv")
    } catch (error) {
      setProblem(error as Error)
    }
  }

  if (now.state === "done" || now.state === "failed") return <Ended ended={now} onAnother={onCancel} />
  const isRunning = now.state === "running" || confirm.isPending
  return (
    <>
      <div className={styles.review} aria-busy={isChecking}>
        <ImportColumns columns={checked.columns} isDisabled={isChecking || isRunning} onMapping={onMapping} />
        <ImportRows checked={checked} />
      </div>
      <footer className={styles.end}>
        <div className={styles.notices}>
          {checked.closes && closing > 0 && <ImportCloses closes={checked.closes} />}
          {confirm.error && <ProblemNotice problem={confirm.error} />}
          {problem && <ProblemNotice problem={problem} />}
        </div>
        <div className={styles.foot}>
          {isRunning ? (
            <span className={styles.busy} role="status">
              <Spinner /> {words.running}
            </span>
          ) : (
            checked.counts.refused > 0 && (
              <>
                <span>{words.refused(checked.counts.refused)}</span>
                <Button kind="link" onPress={() => void downloadRefused()}>
                  {words.download(checked.counts.refused)}
                </Button>
              </>
            )
          )}
          <span className={styles.gap} />
          <Button size="lg" onPress={onCancel} isDisabled={isRunning}>
            {words.cancel}
          </Button>
          <Button
            kind="primary"
            size="lg"
            isBusy={isRunning || isChecking}
            isDisabled={importing + closing === 0}
            onPress={() => (checked.closes?.askAgain ? setAsking(true) : run(false))}
          >
            {words.confirm(importing, closing)}
          </Button>
        </div>
      </footer>
      <Dialog
        role="alertdialog"
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={words.askTitle(closing)}
        foot={
          <>
            <Button onPress={() => setAsking(false)}>{words.cancel}</Button>
            <Button kind="primary" onPress={() => run(true)}>
              {words.askConfirm(closing)}
            </Button>
          </>
        }
      >
        <p>{words.askText(closing, checked.closes?.ofOpen ?? 0)}</p>
      </Dialog>
    </>
  )
}

function Ended({ ended, onAnother }: { ended: Import; onAnother: () => void }) {
  const action = <Button onPress={onAnother}>{words.another}</Button>
  if (ended.state === "failed")
    return (
      <EmptyState icon={TriangleAlert} tone="danger" title={words.failed} action={action}>
        {words.failedMore}
      </EmptyState>
    )
  const closed = ended.closes?.count ?? 0
  return (
    <EmptyState icon={CircleCheck} title={words.done(ended.rows - ended.counts.refused)} action={action}>
      {closed > 0 ? words.doneClosed(closed) : words.doneNothing}
    </EmptyState>
  )
}
