import type { Attachment } from "@casepost/shared/attachments"
import { formatSize } from "@casepost/shared/formats"
import { Button } from "react-aria-components"
import { Spinner } from "../ui/marks/spinner"
import styles from "./attachment-links.module.css"
import { iconOf } from "./field/attachment-card"
import { useReadAttachment } from "./read-attachment"
import { words } from "./words"

/** The files of something that was sent; a press downloads one. */
export function AttachmentLinks({ attachments }: { attachments: readonly Attachment[] }) {
  const read = useReadAttachment()
  return (
    <>
      {attachments.map(attachment => {
        const Icon = iconOf(attachment.name)
        const isBusy = read.isPending && read.variables.id === attachment.id
        return (
          <Button
            key={attachment.id}
            className={styles.link ?? ""}
            aria-label={words.download(attachment.name, formatSize(attachment.size, "en"))}
            onPress={() => read.mutate(attachment)}
          >
            {isBusy ? <Spinner /> : <Icon size={15} strokeWidth={1.75} aria-hidden="true" />}
            <span className={styles.name}>
              {attachment.name}, {formatSize(attachment.size, "en")}
            </span>
          </Button>
        )
      })}
    </>
  )
}
