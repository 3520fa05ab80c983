import { FileUp } from "lucide-react"
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components"
import { Button } from "../buttons/button"
import { Spinner } from "../marks/spinner"
import { words } from "../words"
import styles from "./file-drop.module.css"

type FileDropProps = {
  /** What the file may be: "UTF-8 or Windows-1252. At most 20 MB." */
  more: string
  /** Stands there instead while a file is looked at: "Checking open-items.csv". */
  busy: string | undefined
  autoFocus?: boolean
  onFiles: (files: File[]) => void
}

/** Where a CSV file is dropped, or chosen. */
export function FileDrop({ more, busy, autoFocus = false, onFiles }: FileDropProps) {
  return (
    <DropZone
      className={styles.drop ?? ""}
      getDropOperation={() => "copy"}
      onDrop={async event => onFiles(await Promise.all(event.items.filter(isFileDropItem).map(item => item.getFile())))}
    >
      {busy !== undefined ? (
        <p className={styles.busy} role="status">
          <Spinner size={16} /> {busy}
        </p>
      ) : (
        <>
          <span className={styles.tile}>
            <FileUp size={18} strokeWidth={1.75} aria-hidden="true" />
          </span>
          <Text slot="label" className={styles.strong ?? ""}>
            {words.csv.drop}
          </Text>
          <p className={styles.quiet}>{more}</p>
          <FileTrigger acceptedFileTypes={[".csv", "text/csv"]} onSelect={list => onFiles([...(list ?? [])])}>
            <Button kind="primary" autoFocus={autoFocus}>
              {words.csv.choose}
            </Button>
          </FileTrigger>
        </>
      )}
    </DropZone>
  )
}
