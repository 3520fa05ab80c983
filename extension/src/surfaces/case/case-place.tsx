import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import type { SentMessage } from "@casepost/shared/messages"
import { CloudOff } from "lucide-react"
import type { ReactNode, RefObject } from "react"
import { useSession } from "../../access/session"
import { useCase } from "../../cases/get-case"
import { useLookedAt } from "../../cases/recent-cases"
import type { WritingHandle } from "../../drafts/writing"
import { replySubject } from "../../messages/compose/reply-subject"
import { showSending } from "../../messages/show-sending"
import { useUndoMessage } from "../../messages/undo-message"
import { showNoteSaved } from "../../notes/show-note-saved"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { Skeleton } from "../../ui/feedback/skeleton"
import type { OpenCase } from "../open-case"
import { words } from "../words"
import { CaseView } from "./case-view"
import { type Around, WritingView } from "./writing-view"

type CasePlaceProps = {
  open: OpenCase
  onOpen: (next: OpenCase) => void
  /** `popup`: the rows of compose without a head of their own. */
  look: "popup" | "panel"
  onOpenSidePanel?: (open: OpenCase) => void
  /** Said beside the case: why it is the one that is shown. */
  why?: ReactNode
  /** Whether something is being written here that must not change its case: a started draft, an open window. */
  onHeld?: ((isHeld: boolean) => void) | undefined
  /** Of a panel inside a page: closing leaves the page's panel, in place of going back to the timeline. */
  inPage?: { around: Around; onClose: () => void; handle: RefObject<WritingHandle | null> } | undefined
}

/** One case in a surface: its timeline, or the message or note that is being written about it. */
export function CasePlace({ open, onOpen, look, onOpenSidePanel, why, onHeld, inPage }: CasePlaceProps) {
  const { caseRef, isWriting } = open
  const { membership } = useSession()
  const read = useCase(caseRef)
  useLookedAt(membership.organisation.id, read.data?.ref)
  const show = (next: CaseRef, writing: boolean) => onOpen({ caseRef: next, isWriting: writing })
  const write = (as: DraftKind) => onOpen({ caseRef, isWriting: true, as })
  const undo = useUndoMessage(undone => undone.draftId && show(undone.caseRef, true))
  function onSent(sent: SentMessage) {
    showSending({ sent, customerName: read.data?.customerName ?? "", onUndo: () => undo.mutate(sent.id) })
    show(caseRef, false)
  }
  if (read.isPending) return <Skeleton rows={5} />
  if (!read.data)
    return (
      <EmptyState
        icon={CloudOff}
        tone="danger"
        title={words.caseNotLoaded}
        action={<Button onPress={() => void read.refetch()}>{words.tryAgain}</Button>}
      >
        {read.error.message}
      </EmptyState>
    )
  if (isWriting)
    return (
      <WritingView
        key={caseRef.id}
        of={read.data}
        look={look}
        as={open.as ?? (inPage && read.data.right === "restricted" ? "note" : "message")}
        onSwitch={write}
        onSent={onSent}
        onNoted={saved => {
          showNoteSaved(saved)
          show(caseRef, false)
        }}
        startSubject={open.subject}
        onStarted={onHeld}
        onClose={inPage?.onClose ?? (() => show(caseRef, false))}
        {...(inPage ? { around: inPage.around, handle: inPage.handle } : {})}
        {...(onOpenSidePanel ? { onOpenSidePanel: () => onOpenSidePanel(open) } : {})}
      />
    )
  return (
    <CaseView
      of={read.data}
      onWrite={write}
      onReply={subject => onOpen({ caseRef, isWriting: true, subject: replySubject(subject) })}
      onUndo={id => undo.mutate(id)}
      onResent={onSent}
      look={look}
      why={why}
      onHeld={onHeld}
    />
  )
}
