import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { type RefObject, useState } from "react"
import { useCase } from "../../cases/get-case"
import type { WritingHandle } from "../../drafts/writing"
import { showSending } from "../../messages/show-sending"
import { useUndoMessage } from "../../messages/undo-message"
import { showNoteSaved } from "../../notes/show-note-saved"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { WritingView } from "../case/writing-view"
import type { OpenCase } from "../open-case"

type PopupWritingProps = {
  caseRef: CaseRef
  onOpen: (open: OpenCase) => void
  onOpenSidePanel: (open: OpenCase) => void
  handle: RefObject<WritingHandle | null>
  isQuiet: boolean
  isWaiting: boolean
  onStarted: (isStarted: boolean) => void
}

/** The message or note about the chosen case, ready under the list; the focus stays in the search until Tab. */
export function PopupWriting({ caseRef, onOpen, onOpenSidePanel, handle, isQuiet, ...writing }: PopupWritingProps) {
  const read = useCase(caseRef)
  const [chosen, setChosen] = useState<DraftKind | undefined>()
  const undo = useUndoMessage(undone => undone.draftId && onOpen({ caseRef: undone.caseRef, isWriting: true }))
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
  if (!read.data) return <Skeleton rows={4} withAvatar={false} />
  const { customerName, right } = read.data
  const as = chosen ?? (right === "restricted" ? "note" : "message")
  return (
    <WritingView
      as={as}
      onSwitch={setChosen}
      of={read.data}
      look="popup"
      isQuiet={isQuiet}
      {...writing}
      handle={handle}
      onOpenSidePanel={() => onOpenSidePanel({ caseRef, isWriting: true, as })}
      onNoted={saved => {
        showNoteSaved(saved)
        onOpen({ caseRef, isWriting: false })
      }}
      onSent={sent => {
        showSending({ sent, customerName, onUndo: () => undo.mutate(sent.id) })
        onOpen({ caseRef, isWriting: false })
      }}
    />
  )
}
