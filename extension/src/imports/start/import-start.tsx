import { FileUp } from "lucide-react"
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components"
import { Button } from "../../ui/buttons/button"
import { Spinner } from "../../ui/marks/spinner"
import styles from "../import.module.css"
import { words } from "../words"

type ImportStartProps = { isChecking: boolean; fileName: string | undefined; onFiles: (files: File[]) => void }

/** Before a file was chosen: where it goes. */
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
    </div>
  )
}
