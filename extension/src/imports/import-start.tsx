import { importFields } from "@casepost/shared/imports"
import { Download, FileUp } from "lucide-react"
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components"
import { Button } from "../ui/buttons/button"
import { Spinner } from "../ui/marks/spinner"
import styles from "./import.module.css"
import { downloadSample } from "./sample-file"
import { fieldMeanings, words } from "./words"

type ImportStartProps = { isChecking: boolean; fileName: string | undefined; onFiles: (files: File[]) => void }

const required = new Set<string>(["customerNumber", "customerName", "invoiceNumber", "openAmount", "dueDate"])

/** Before a file was chosen: where it goes, and what its headings are called. */
export function ImportStart({ isChecking, fileName, onFiles }: ImportStartProps) {
  return (
    <div className={styles.start}>
      <DropZone
        className={styles.drop ?? ""}
        getDropOperation={() => "copy"}
        onDrop={async event =>
          onFiles(await Promise.all(event.items.filter(isFileDropItem).map(item => item.getFile())))
        }
      >
        {isChecking ? (
          <p className={styles.busy} role="status">
            <Spinner size={16} /> {words.checking(fileName ?? "")}
          </p>
        ) : (
          <>
            <span className={styles.tile}>
              <FileUp size={18} strokeWidth={1.75} aria-hidden="true" />
            </span>
            <Text slot="label" className={styles.strong ?? ""}>
              {words.drop}
            </Text>
            <p className={styles.quiet}>{words.dropMore}</p>
            <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={list => onFiles([...(list ?? [])])}>
              <Button kind="primary">{words.chooseFile}</Button>
            </FileTrigger>
          </>
        )}
      </DropZone>
      <div className={styles.helpHead}>
        <h2 className={styles.subtitle}>{words.help}</h2>
        <Button size="sm" icon={Download} onPress={downloadSample}>
          {words.sample}
        </Button>
      </div>
      <p className={styles.quiet}>{words.helpLead}</p>
      <dl className={styles.help}>
        {importFields.map(field => (
          <div key={field} className={styles.helpRow}>
            <dt>
              <code className={styles.code}>{field}</code>
              {required.has(field) && <span className={styles.required}>{words.required}</span>}
            </dt>
            <dd className={styles.quiet}>{fieldMeanings[field]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
