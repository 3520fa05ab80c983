import type { Membership } from "@casepost/shared/access"
import type { Import, ImportField, ImportMode } from "@casepost/shared/imports"
import { FileSpreadsheet } from "lucide-react"
import { useState } from "react"
import { FileTrigger } from "react-aria-components"
import { Button } from "../ui/buttons/button"
import { ProblemNotice } from "../ui/feedback/problem-notice"
import { Radio, RadioGroup } from "../ui/fields/radio"
import { FileDrop } from "../ui/files/file-drop"
import { SettingsHead } from "../ui/layout/settings-head"
import { type ChosenFile, mostFileBytes, readFile, useCheckImport } from "./check-import"
import styles from "./import.module.css"
import { ImportReview } from "./review/import-review"
import { ImportHelp } from "./start/import-help"
import { ImportHistory } from "./start/import-history"
import { words } from "./words"

type ImportPageProps = { administration: Membership["administrations"][number] | undefined }

/** Choose a file, see what it would do, confirm. */
export function ImportPage({ administration }: ImportPageProps) {
  const [file, setFile] = useState<ChosenFile | undefined>()
  const [mode, setMode] = useState<ImportMode>("all-open-invoices")
  const [refused, setRefused] = useState<string | undefined>()
  // What stands on screen stays until a new check has answered.
  const [checked, setChecked] = useState<Import | undefined>()
  const check = useCheckImport(setChecked)
  if (!administration) return null
  const administrationId = administration.id

  async function take(files: readonly File[]) {
    const chosen = files[0]
    if (!chosen) return
    setRefused(
      chosen.size > mostFileBytes ? words.tooLarge(chosen.name, Math.ceil(chosen.size / 1024 / 1024)) : undefined,
    )
    if (chosen.size > mostFileBytes) return
    const read = await readFile(chosen)
    setFile(read)
    check.mutate({ administrationId, file: read, mode })
  }
  function changeMode(next: ImportMode) {
    setMode(next)
    if (file) check.mutate({ administrationId, file, mode: next, ...(checked ? { mapping: mappingOf(checked) } : {}) })
  }
  function changeMapping(heading: string, field: ImportField | null) {
    if (!file || !checked) return
    check.mutate({ administrationId, file, mode, mapping: { ...mappingOf(checked), [heading]: field } })
  }
  function startAgain() {
    setFile(undefined)
    setChecked(undefined)
    check.reset()
  }

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <SettingsHead
          kicker={words.kicker}
          title={words.title}
          {...(checked ? {} : { lead: words.lead })}
          end={
            checked && (
              <>
                <FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden="true" className={styles.quiet} />
                <span className={styles.strong}>{checked.fileName}</span>
                <span className={styles.quiet}>
                  {words.fileFacts(checked.rows, checked.encoding, checked.delimiter)}
                </span>
                <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={list => void take([...(list ?? [])])}>
                  <Button size="sm">{words.otherFile}</Button>
                </FileTrigger>
              </>
            )
          }
        />
        <RadioGroup
          label={words.mode}
          hideLabel
          look="cards"
          value={mode}
          onChange={value => changeMode(value as ImportMode)}
        >
          <Radio value="all-open-invoices" description={words.allOpenMore}>
            {words.allOpen}
          </Radio>
          <Radio value="additions-and-changes" description={words.additionsMore}>
            {words.additions}
          </Radio>
        </RadioGroup>
        {refused && <ProblemNotice problem={{ message: refused }} />}
        {check.error && <ProblemNotice problem={check.error} />}
      </div>
      {checked ? (
        <ImportReview
          key={checked.id}
          checked={checked}
          isChecking={check.isPending}
          onMapping={changeMapping}
          onCancel={startAgain}
        />
      ) : (
        <>
          <div className={styles.start}>
            <FileDrop
              more={words.dropMore}
              busy={check.isPending ? words.checking(file?.name ?? "") : undefined}
              onFiles={files => void take(files)}
            />
          </div>
          <ImportHistory administrationId={administrationId} />
          <ImportHelp />
        </>
      )}
    </div>
  )
}

function mappingOf(checked: Import): Record<string, ImportField | null> {
  return Object.fromEntries(checked.columns.map(({ heading, field }) => [heading, field]))
}
