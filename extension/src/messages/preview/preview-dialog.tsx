import { Button } from "../../ui/buttons/button"
import { Notice } from "../../ui/feedback/notice"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { Dialog } from "../../ui/overlays/dialog"
import type { Compose } from "../compose/use-compose"
import { heldInWords } from "../placeholders/use-filled"
import { usePreview } from "../preview-message"
import { words } from "../words"
import styles from "./preview-dialog.module.css"

/** The customer's mail as it will be rendered, in a frame without scripts; its button leads nowhere. */
export function PreviewDialog({ compose, onClose }: { compose: Compose; onClose: () => void }) {
  const { of, content, organisationId } = compose
  const preview = usePreview({ caseRef: of.ref, content, organisationId })
  const shown = preview.data
  const held = shown && heldInWords(shown.missing, shown.unknown)
  return (
    <Dialog
      title={words.previewTitle}
      subtitle={shown?.portalOnly ? words.previewPortalOnly : words.previewOf}
      isOpen
      onOpenChange={onClose}
      foot={
        <Button kind="primary" onPress={onClose}>
          {words.backToWriting}
        </Button>
      }
    >
      {preview.error && <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton rows={4} withAvatar={false} />}
      {shown && (
        <>
          {held && (
            <div className={styles.held}>
              <Notice tone="warning" role="status">
                <strong>{words.placeholders.notYet}</strong> {held}
              </Notice>
            </div>
          )}
          <dl className={styles.facts}>
            <dt>{words.from}</dt>
            <dd>{shown.from}</dd>
            <dt>{words.subject}</dt>
            <dd>{shown.subject}</dd>
            {shown.copyTo.length > 0 && (
              <>
                <dt>{words.copyTo}</dt>
                <dd>{shown.copyTo.join(", ")}</dd>
              </>
            )}
          </dl>
          <iframe title={words.previewFrame} sandbox="" srcDoc={shown.emailHtml} className={styles.frame} />
        </>
      )}
    </Dialog>
  )
}
