import { Paperclip } from "lucide-react"
import type { ReactNode } from "react"
import { FileTrigger } from "react-aria-components"
import { useDroppedFiles } from "../../../attachments/field/use-dropped-files"
import { Button } from "../../../ui/buttons/button"
import { classNames } from "../../../ui/class-names"
import { PartError } from "../../../ui/writing/part-error"
import { words } from "../words"
import styles from "./message-form.module.css"

type FilesFieldProps = {
  /** The files that are there. */
  children: ReactNode
  onFiles: (files: readonly File[]) => void
  problem: string | undefined
}

/** The files that always go along: chosen, or dropped here. */
export function FilesField({ children, onFiles, problem }: FilesFieldProps) {
  const drop = useDroppedFiles(onFiles)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row
    <div
      role="group"
      aria-label={words.attachments}
      className={classNames(styles.files, drop.isOver && styles.over)}
      {...drop.takes}
    >
      <span className={styles.label}>{words.attachments}</span>
      {children}
      <FileTrigger allowsMultiple onSelect={list => list && onFiles(Array.from(list))}>
        <Button kind="ghost" icon={Paperclip}>
          {words.addFile}
        </Button>
      </FileTrigger>
      {drop.isOver && <span className={styles.help}>{words.dropHere}</span>}
      <PartError id="standard-message-files">{problem}</PartError>
    </div>
  )
}
