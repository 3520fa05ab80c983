import { sizeInWords } from "../size-in-words"
import { words } from "../words"
import { AttachmentCard } from "./attachment-card"
import styles from "./attachment-field.module.css"
import { totalSize } from "./uploads"
import type { Uploads } from "./use-uploads"

/** The files of a message that is being written, with their live total. */
export function AttachmentField({ uploads }: { uploads: Uploads }) {
  const { files } = uploads
  if (files.length === 0) return null
  const last = files.at(-1)
  return (
    <div className={styles.field}>
      <ul className={styles.files} aria-label={words.attachments}>
        {files.map(file => (
          <AttachmentCard
            key={file.key}
            upload={file}
            onRemove={() => uploads.remove(file.key)}
            onRetry={() => uploads.retry(file.key)}
          />
        ))}
      </ul>
      {files.length > 1 && <p className={styles.total}>{words.total(sizeInWords(totalSize(files)))}</p>}
      <span className={styles.spoken} aria-live="polite">
        {last?.state === "done" && words.uploaded(last.name)}
      </span>
    </div>
  )
}
