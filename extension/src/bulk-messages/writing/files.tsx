import { formatSize } from "@casepost/shared/formats"
import { Paperclip, X } from "lucide-react"
import { useRef } from "react"
import { AttachmentCard, iconOf } from "../../attachments/field/attachment-card"
import { words as attachmentWords } from "../../attachments/words"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { Checkbox } from "../../ui/fields/checkbox"
import { words } from "../words"
import styles from "./files.module.css"
import type { Writing } from "./use-bulk-writing"

/** Files that go along: each case's own invoice, and the same ones in every message. */
export function Files({ writing }: { writing: Writing }) {
  const { content, keeper, message, uploads, isLocked } = writing
  const picker = useRef<HTMLInputElement>(null)
  const lacking = message.missing.find(one => one.name === "invoice-pdf")?.cases ?? 0
  return (
    <div className={styles.files}>
      {message.kind === "invoice" && (
        <div className={styles.card}>
          <Checkbox
            isSelected={content.attachInvoicePdf}
            isDisabled={isLocked}
            onChange={attachInvoicePdf => keeper.change({ attachInvoicePdf })}
            description={
              content.attachInvoicePdf
                ? words.write.invoicePdfFound(message.messages, message.messages + lacking)
                : words.write.invoicePdfOff
            }
          >
            {words.write.invoicePdf}
          </Checkbox>
        </div>
      )}
      <ul className={styles.list} aria-label={attachmentWords.attachments}>
        {uploads.files.map(file => {
          if (file.state !== "done")
            return (
              <AttachmentCard
                key={file.key}
                upload={file}
                onRemove={() => uploads.remove(file.key)}
                onRetry={() => uploads.retry(file.key)}
              />
            )
          const Icon = iconOf(file.name)
          return (
            <li key={file.key} className={styles.card}>
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
              <span className={styles.words}>
                <span className={styles.name}>{file.name}</span>
                <span className={styles.size}>{words.write.everyMessage(formatSize(file.size, "en"))}</span>
              </span>
              <IconButton
                icon={X}
                size="xs"
                label={attachmentWords.remove(file.name)}
                isDisabled={isLocked}
                onPress={() => uploads.remove(file.key)}
              />
            </li>
          )
        })}
      </ul>
      <Button kind="ghost" icon={Paperclip} isDisabled={isLocked} onPress={() => picker.current?.click()}>
        {words.write.addFile}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={words.write.addFile}
        onChange={event => {
          uploads.add(Array.from(event.target.files ?? []))
          event.target.value = ""
        }}
      />
    </div>
  )
}
