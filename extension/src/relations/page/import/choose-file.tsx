import { FileUp } from "lucide-react"
import { DropZone, FileTrigger, isFileDropItem, Text } from "react-aria-components"
import { Button } from "../../../ui/buttons/button"
import { Spinner } from "../../../ui/marks/spinner"
import styles from "./import.module.css"
import { downloadRelationsSample } from "./relations-sample"
import { words } from "./words"

type ChooseFileProps = {
  /** The name of the file that is being checked. */
  checking: string | undefined
  onFiles: (files: File[]) => void
}

/** Where the file goes, and what it should look like. */
export function ChooseFile({ checking, onFiles }: ChooseFileProps) {
  return (
    <>
      <DropZone
        className={styles.drop ?? ""}
        getDropOperation={() => "copy"}
        onDrop={async event =>
          onFiles(await Promise.all(event.items.filter(isFileDropItem).map(item => item.getFile())))
        }
      >
        {checking !== undefined ? (
          <p className={styles.busy} role="status">
            <Spinner size={16} /> {words.checking(checking)}
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
              <Button kind="primary" autoFocus>
                {words.choose}
              </Button>
            </FileTrigger>
          </>
        )}
      </DropZone>
      <div className={styles.sample}>
        <Button kind="link" onPress={downloadRelationsSample}>
          {words.sample}
        </Button>
      </div>
    </>
  )
}
