import { mostRelationFileBytes } from "@casepost/shared/relations"
import { CircleCheck } from "lucide-react"
import { useState } from "react"
import { readFile } from "../../../imports/check-import"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Spinner } from "../../../ui/marks/spinner"
import { Dialog } from "../../../ui/overlays/dialog"
import { useCheckRelations, useImportRelations } from "../../import-relations"
import { CheckedRelations } from "./checked-relations"
import { ChooseFile } from "./choose-file"
import { words } from "./words"

/** Choose a CSV file, see line by line what it would do, confirm. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<{ name: string; contentBase64: string } | undefined>()
  const [refused, setRefused] = useState<string | undefined>()
  const check = useCheckRelations()
  const run = useImportRelations()
  const { data: checked } = check
  const importing = checked ? checked.counts.new + checked.counts.changed : 0

  async function take(files: readonly File[]) {
    const chosen = files[0]
    if (!chosen || check.isPending || run.isPending) return
    const wrong = wrongWith(chosen)
    setRefused(wrong)
    if (wrong) return
    const read = await readFile(chosen).catch(() => undefined)
    if (!read) return setRefused(words.unread(chosen.name))
    run.reset()
    setFile(read)
    check.mutate(read.contentBase64)
  }
  function startAgain() {
    setFile(undefined)
    check.reset()
    run.reset()
  }
  function confirm() {
    if (file && !run.isPending && importing > 0) run.mutate(file.contentBase64)
  }

  const isDone = run.data !== undefined
  return (
    <Dialog
      title={words.title}
      subtitle={file && checked ? file.name : words.lead}
      size={checked ? "wide" : "normal"}
      isOpen
      onOpenChange={() => {
        // What is being imported ends in any case; its result should be seen.
        if (!run.isPending) onClose()
      }}
      onSubmit={isDone ? onClose : confirm}
      footNote={
        run.isPending ? (
          <Importing />
        ) : (
          checked &&
          !isDone && (
            <Button kind="link" onPress={startAgain}>
              {words.otherFile}
            </Button>
          )
        )
      }
      foot={
        isDone ? (
          <Button kind="primary" type="submit" autoFocus>
            {words.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} isDisabled={run.isPending}>
              {words.cancel}
            </Button>
            {checked && (
              <Button
                kind="primary"
                type="submit"
                isDisabled={run.isPending}
                disabledReason={importing === 0 ? words.nothing : undefined}
              >
                {words.confirm(importing)}
              </Button>
            )}
          </>
        )
      }
    >
      {refused && <ProblemNotice problem={{ message: refused }} />}
      {check.error && <ProblemNotice problem={check.error} />}
      {run.error && <ProblemNotice problem={run.error} onRetry={confirm} />}
      {!checked && (
        <ChooseFile checking={check.isPending ? file?.name : undefined} onFiles={files => void take(files)} />
      )}
      {run.data ? (
        <>
          <div role="status">
            <EmptyState icon={CircleCheck} title={words.done(run.data.counts.new + run.data.counts.changed)} />
          </div>
          <CheckedRelations {...run.data} isDone />
        </>
      ) : (
        checked && <CheckedRelations {...checked} isDone={false} />
      )}
    </Dialog>
  )
}

function Importing() {
  return (
    <span role="status">
      <Spinner /> {words.importing}
    </span>
  )
}

function wrongWith(file: File): string | undefined {
  if (file.size === 0) return words.emptyFile(file.name)
  if (file.size > mostRelationFileBytes) return words.tooLarge(file.name)
  if (!/\.(csv|txt|tsv)$/i.test(file.name) && !file.type.startsWith("text/")) return words.notCsv(file.name)
  return undefined
}
