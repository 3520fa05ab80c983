import { Paperclip } from "lucide-react"
import { useRef } from "react"
import { AttachmentField } from "../../attachments/field/attachment-field"
import type { Uploads } from "../../attachments/field/use-uploads"
import { words } from "../words"
import styles from "./note-form.module.css"

/** The files of a note, which stay internal like it, and "Add file". */
export function NoteFiles({ uploads, isDisabled }: { uploads: Uploads; isDisabled: boolean }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.files}>
      <AttachmentField uploads={uploads} sizeNote={words.internal} />
      <button type="button" className={styles.addFile} disabled={isDisabled} onClick={() => picker.current?.click()}>
        <Paperclip size={15} strokeWidth={1.75} aria-hidden="true" />
        {words.addFile}
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.addFile}
        onChange={event => {
          uploads.add(Array.from(event.target.files ?? []))
          event.target.value = ""
        }}
      />
    </div>
  )
}
