import type { BulkPreview } from "@casepost/shared/bulk-messages"
import { CleanHtml } from "../../ui/text/clean-html"
import { words } from "../words"
import styles from "./preview-pane.module.css"

/** Subject, text and signature as they are sent; what was filled in stands out, what is missing in orange. */
export function PreviewText({ shown }: { shown: BulkPreview }) {
  return (
    <div className={styles.text}>
      <h2 className={styles.subject}>
        {shown.subject ? <CleanHtml html={shown.subjectHtml} /> : words.preview.noSubject}
      </h2>
      <div className={styles.body}>
        <CleanHtml html={shown.bodyHtml} />
      </div>
      {shown.signatureHtml && (
        <div className={styles.signature}>
          <CleanHtml html={shown.signatureHtml} />
        </div>
      )}
    </div>
  )
}
