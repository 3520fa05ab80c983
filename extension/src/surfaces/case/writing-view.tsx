import type { CaseDetail } from "@casepost/shared/cases"
import type { SentMessage } from "@casepost/shared/messages"
import { X } from "lucide-react"
import type { ReactNode, RefObject } from "react"
import { CaseStrip } from "../../cases/head/case-strip"
import { CaseChip } from "../../cases/marks/case-chip"
import { DraftSaved } from "../../drafts/draft-saved"
import { ComposeForm, type ComposeHandle } from "../../messages/compose/compose-form"
import { words as messageWords } from "../../messages/words"
import { IconButton } from "../../ui/buttons/icon-button"
import { agoInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./case-view.module.css"

type WritingViewProps = {
  of: CaseDetail
  look: "popup" | "panel"
  onSent: (sent: SentMessage) => void
  /** Left out where there is nothing to go back to. */
  onClose?: () => void
  onOpenSidePanel?: () => void
  handle?: RefObject<ComposeHandle | null>
  startSubject?: string | undefined
  /** Leaves the focus where it is. */
  isQuiet?: boolean
  /** The case may be another one in a moment. */
  isWaiting?: boolean
}

/** A message about a case; Esc goes back and keeps the draft. */
export function WritingView(props: WritingViewProps) {
  const { of, look, onSent, onClose, onOpenSidePanel, handle, isQuiet = false } = props
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from wherever in it the focus is
    <div
      className={styles.writing}
      onKeyDown={event => {
        // The editor calls Esc its own, though it does nothing with it.
        const isTaken = event.defaultPrevented && !(event.target as HTMLElement).isContentEditable
        if (event.key !== "Escape" || isTaken || !onClose) return
        event.preventDefault()
        onClose()
      }}
    >
      <ComposeForm
        of={of}
        look={look}
        onSent={onSent}
        autoFocus={!isQuiet}
        startSubject={props.startSubject}
        isWaiting={props.isWaiting === true}
        head={draft =>
          look === "popup" ? (
            <PopupHead of={of} saved={draft.saving !== "untouched" && <DraftSaved draft={draft} />} />
          ) : (
            <>
              <div className={styles.bar}>
                <h1>{messageWords.message}</h1>
                <DraftSaved draft={draft} />
                {onClose && <IconButton icon={X} size="sm" label={words.closeWriting} onPress={onClose} />}
              </div>
              <CaseStrip of={of} />
              <div className={styles.rowsHead} />
            </>
          )
        }
        {...(onOpenSidePanel ? { onOpenSidePanel } : {})}
        {...(handle ? { handle } : {})}
      />
    </div>
  )
}

function PopupHead({ of, saved }: { of: CaseDetail; saved: ReactNode }) {
  return (
    <div className={styles.newMessage}>
      <h1>{messageWords.newMessage}</h1>
      <CaseChip kind={of.ref.kind} number={of.number} />
      {saved || (
        <span className={styles.quiet}>
          {of.lastSentAt ? messageWords.lastSent(agoInWords(of.lastSentAt)) : messageWords.neverSent}
        </span>
      )}
    </div>
  )
}
