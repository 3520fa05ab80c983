import { Button } from "../../../ui/buttons/button"
import { FileDrop } from "../../../ui/files/file-drop"
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
      <FileDrop
        more={words.dropMore}
        busy={checking === undefined ? undefined : words.checking(checking)}
        autoFocus
        onFiles={onFiles}
      />
      <div className={styles.sample}>
        <Button kind="link" onPress={downloadRelationsSample}>
          {words.sample}
        </Button>
      </div>
    </>
  )
}
