import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { ChevronDown, ChevronUp, Paperclip, Split } from "lucide-react"
import { useEffect } from "react"
import { IconButton } from "../../ui/buttons/icon-button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { useBulkPreview } from "../cases/preview-bulk-case"
import { listed } from "../figures-in-words"
import { words } from "../words"
import { PreviewAddresses } from "./preview-addresses"
import styles from "./preview-pane.module.css"
import { PreviewText } from "./preview-text"

type PreviewPaneProps = {
  message: BulkMessage
  position: number
  /** Nobody has chosen a case yet: the first one that goes out is shown. */
  isFirst: boolean
  onPosition: (position: number) => void
}

/** One real message, filled in by the server; the buttons and Alt with the arrow keys walk through all that go out. */
export function PreviewPane({ message, position, isFirst, onPosition }: PreviewPaneProps) {
  const preview = useBulkPreview({ id: message.id, position, version: message.version })
  const shown = preview.data
  const isStale = preview.isPlaceholderData
  const first = isFirst && shown && !isStale && shown.place === null ? shown.next : null
  useEffect(() => {
    if (first !== null) onPosition(first)
  }, [first, onPosition])
  const previous = isStale ? null : (shown?.previous ?? null)
  const next = isStale ? null : (shown?.next ?? null)
  useWalkingKeys(previous, next, onPosition)

  return (
    <>
      <div className={styles.head}>
        <p className={styles.place} aria-live="polite">
          <strong>{shown?.place ? words.preview.message(shown.place, message.messages) : words.preview.notSent}</strong>{" "}
          {shown && (
            <>
              <span className={styles.about}>{shown.customerName}</span>
              <span className={styles.language}>{words.preview.inLanguage(shown.language)}</span>
            </>
          )}
        </p>
        <span className={styles.walk}>
          <IconButton
            icon={ChevronUp}
            label={words.preview.previous}
            keyName={words.preview.previousKey}
            isDisabled={previous === null}
            onPress={() => previous !== null && onPosition(previous)}
          />
          <IconButton
            icon={ChevronDown}
            label={words.preview.next}
            keyName={words.preview.nextKey}
            isDisabled={next === null}
            onPress={() => next !== null && onPosition(next)}
          />
        </span>
      </div>
      <div className={styles.scroll}>
        {preview.error && !shown && <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <Skeleton rows={4} withAvatar={false} />}
        {shown && (
          <>
            <PreviewAddresses shown={shown} />
            <article className={styles.card} aria-label={words.preview.title}>
              <PreviewText shown={shown} />
              {shown.files.length > 0 && (
                <p className={styles.files}>
                  <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" />
                  <span>{listed(shown.files)}</span>
                </p>
              )}
            </article>
            <p className={styles.apart}>
              <Split size={15} strokeWidth={1.75} aria-hidden="true" />
              {words.preview.oneByOne}
            </p>
          </>
        )}
      </div>
    </>
  )
}

/** In the capture phase, because the editor and the browser have their own use for these keys. */
function useWalkingKeys(previous: number | null, next: number | null, onPosition: (position: number) => void) {
  useEffect(() => {
    const ends = new AbortController()
    const hear = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const to = event.key === "ArrowUp" ? previous : event.key === "ArrowDown" ? next : undefined
      if (to === undefined || document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return
      event.preventDefault()
      event.stopPropagation()
      if (to !== null) onPosition(to)
    }
    document.addEventListener("keydown", hear, { capture: true, signal: ends.signal })
    return () => ends.abort()
  }, [previous, next, onPosition])
}
