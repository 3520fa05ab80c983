import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import { ScanSearch } from "lucide-react"
import { useEffect, useId, useRef, useState } from "react"
import { useSession } from "../../access/session"
import { useCase } from "../../cases/get-case"
import { CaseResults } from "../../cases/search/case-results"
import { CaseSearchField } from "../../cases/search/case-search-field"
import { useCaseSearch } from "../../cases/search/use-case-search"
import type { WritingHandle } from "../../drafts/writing"
import { showSending } from "../../messages/show-sending"
import { useUndoMessage } from "../../messages/undo-message"
import { showNoteSaved } from "../../notes/show-note-saved"
import { NotificationBell } from "../../notifications/notification-bell"
import { Button } from "../../ui/buttons/button"
import { EmptyState } from "../../ui/feedback/empty-state"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import unseen from "../../ui/text/unseen.module.css"
import { CasePlace } from "../case/case-place"
import { WritingView } from "../case/writing-view"
import type { OpenCase } from "../open-case"
import { SurfaceHeader } from "../surface-header"
import { useSidePanel } from "../use-side-panel"
import { words } from "../words"
import { openWork } from "../work/open-work"

/** Search on top; under it the cases found, and the message about the chosen one; or the timeline of the opened one. */
export function PopupInside() {
  const { membership } = useSession()
  const search = useCaseSearch({ organisationId: membership.organisation.id, isOverTab: true })
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState<OpenCase | undefined>()
  const [hasKeys, setKeys] = useState(false)
  const [wantsToWrite, setWantsToWrite] = useState(false)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const compose = useRef<WritingHandle>(null)
  const openSidePanel = useSidePanel()
  const chosen = search.cases[Math.min(active, search.cases.length - 1)]
  useEffect(() => input.current?.focus(), [])
  useShortcuts({ "?": () => setKeys(true), "/": () => input.current?.focus() })

  function write(text: string) {
    setOpen(undefined)
    setWantsToWrite(false)
    search.write(text)
  }
  // Over a timeline there is no list to walk; typing leads back to it.
  const typing = { ...search, write, ...(open ? { cases: [] } : {}) }
  const keys = {
    search: typing,
    listId,
    active: Math.min(active, search.cases.length - 1),
    onMove: (place: number) => {
      setWantsToWrite(false)
      setActive(place)
    },
    onOpen: (found: { ref: CaseRef }) => setOpen({ caseRef: found.ref, isWriting: false }),
  }
  /** Once it is certain which case it is about. */
  function startWriting() {
    setWantsToWrite(true)
    if (!search.isSettling) compose.current?.write()
  }
  function goHome() {
    setOpen(undefined)
    search.write("")
    setActive(0)
    input.current?.focus()
  }
  return (
    <>
      <SurfaceHeader
        hasLine
        onHome={goHome}
        end={<NotificationBell onOpen={caseRef => setOpen({ caseRef, isWriting: false })} />}
      >
        <CaseSearchField {...keys} inputRef={input} onWrite={startWriting} />
      </SurfaceHeader>
      {open ? (
        <CasePlace open={open} onOpen={setOpen} look="popup" onOpenSidePanel={openSidePanel} />
      ) : (
        <>
          {!chosen && <h1 className={unseen.spoken}>{words.search}</h1>}
          <CaseResults {...keys} rows={2} canWrite />
          {chosen && (
            <PopupWriting
              key={chosen.ref.id}
              caseRef={chosen.ref}
              onOpen={setOpen}
              onOpenSidePanel={openSidePanel}
              handle={compose}
              isQuiet={!wantsToWrite}
              isWaiting={search.isSettling}
            />
          )}
          {!chosen && search.searched === "" && !search.isLoading && (
            <EmptyState
              icon={ScanSearch}
              title={words.noCase}
              action={
                <Button onPress={() => void openWork({ area: "invoices", query: "" }).then(() => window.close())}>
                  {words.openOverviews}
                </Button>
              }
            >
              {words.noCaseMore}
            </EmptyState>
          )}
        </>
      )}
      <ShortcutList isOpen={hasKeys} onOpenChange={setKeys} />
    </>
  )
}

type PopupWritingProps = {
  caseRef: CaseRef
  onOpen: (open: OpenCase) => void
  onOpenSidePanel: (open: OpenCase) => void
  handle: React.RefObject<WritingHandle | null>
  isQuiet: boolean
  isWaiting: boolean
}

/** The message or note about the chosen case, ready under the list; the focus stays in the search until Tab. */
function PopupWriting({ caseRef, onOpen, onOpenSidePanel, handle, isQuiet, isWaiting }: PopupWritingProps) {
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
      isWaiting={isWaiting}
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
