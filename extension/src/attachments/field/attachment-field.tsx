import { formatSize } from "@casepost/shared/formats"
import { useRef } from "react"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import { AttachmentCard } from "./attachment-card"
import styles from "./attachment-field.module.css"
import { totalSize } from "./uploads"
import type { Uploads } from "./use-uploads"

type AttachmentFieldProps = {
  uploads: Uploads
  /** Said after each size: "internal". */
  sizeNote?: string
}

/** The files of a message or note that is being written, with their live total. */
export function AttachmentField({ uploads, sizeNote }: AttachmentFieldProps) {
  const { files } = uploads
  const field = useRef<HTMLDivElement>(null)
  /** The button that was pressed goes with its file: on to the next file's, else back to the text. */
  function remove(key: string, place: number) {
    const form = field.current?.closest("form")
    uploads.remove(key)
    setTimeout(() => {
      const left = field.current?.querySelectorAll("li") ?? []
      const next = left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>("button:last-of-type")
      const text = form?.querySelector<HTMLElement>("[contenteditable=true]")
      if (document.activeElement === document.body) (next ?? text)?.focus()
    })
  }
  if (files.length === 0) return null
  const last = files.at(-1)
  return (
    <div ref={field} className={styles.field}>
      <ul className={styles.files} aria-label={words.attachments}>
        {files.map((file, place) => (
          <AttachmentCard
            key={file.key}
            upload={file}
            sizeNote={sizeNote}
            onRemove={() => remove(file.key, place)}
            onRetry={() => uploads.retry(file.key)}
          />
        ))}
      </ul>
      {files.length > 1 && <p className={styles.total}>{words.total(formatSize(totalSize(files), "en"))}</p>}
      <span className={unseen.spoken} aria-live="polite">
        {last?.state === "done" && words.uploaded(last.name)}
      </span>
    </div>
  )
}
