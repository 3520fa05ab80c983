import type { CaseRef } from "@casepost/shared/cases"
import { useEffect, useId, useRef, useState } from "react"
import { useSession } from "../../access/session"
import { CaseResults } from "../../cases/search/case-results"
import { CaseSearchField } from "../../cases/search/case-search-field"
import { useCaseSearch } from "../../cases/search/use-case-search"
import type { WritingHandle } from "../../drafts/writing"
import { NotificationBell } from "../../notifications/notification-bell"
import type { FoundCase, Recognised } from "../../tools/recognise/recognised"
import { useRecognised } from "../../tools/recognise/use-recognised"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import unseen from "../../ui/text/unseen.module.css"
import { CasePlace } from "../case/case-place"
import { useActiveTab } from "../follow/use-active-tab"
import { useSelectedText } from "../follow/use-selected-text"
import type { OpenCase } from "../open-case"
import { SurfaceHeader } from "../surface-header"
import { useSidePanel } from "../use-side-panel"
import { words } from "../words"
import { openWork } from "../work/open-work"
import { useSendMessages } from "../work/use-send-messages"
import type { WorkPlace } from "../work/work-place"
import { NoCaseChosen } from "./no-case-chosen"
import { PageCases } from "./page-cases"
import { PopupWriting } from "./popup-writing"
import { words as findWords } from "./words"

/** Search on top; under it the cases found, and the message about the chosen one; or the timeline of the opened one. */
export function PopupInside() {
  const { membership } = useSession()
  const tab = useActiveTab()
  const look = useRecognised({ tabId: tab?.id, isOn: true })
  const [isHeld, setHeld] = useState(false)
  const [wantsToWrite, setWantsToWrite] = useState(false)
  const recognised = useHeldValue(look.recognised, isHeld || wantsToWrite)
  const search = useCaseSearch({
    organisationId: membership.organisation.id,
    ofPage: recognised && ofPage(recognised),
    isPageAwaited: tab === undefined || look.isPending,
  })
  const [moved, setActive] = useState<number | undefined>()
  // Nothing is written about a case that nobody chose: only what was searched for, and the one case of the page, come chosen.
  const active = moved ?? (search.searched !== "" || recognised?.kind === "one" ? 0 : -1)
  const [open, setOpen] = useState<OpenCase | undefined>()
  const [hasKeys, setKeys] = useState(false)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const compose = useRef<WritingHandle>(null)
  const openSidePanel = useSidePanel()
  const chosen = search.cases[Math.min(active, search.cases.length - 1)]
  const list = recognised?.kind === "several" && recognised.isList && search.typed === "" ? recognised : undefined
  const sending = useSendMessages(bulkId => leaveFor({ area: "bulk", bulkId, query: "" }))
  useEffect(() => input.current?.focus(), [])
  // "Message this case" opens the popup where the side panel could not: the search finds what was selected.
  const [selected, forgetSelected] = useSelectedText()
  useEffect(() => {
    if (selected === undefined) return
    write(selected)
    forgetSelected()
  })
  useShortcuts({ "?": () => setKeys(true), "/": () => input.current?.focus() })

  function write(text: string) {
    setOpen(undefined)
    setWantsToWrite(false)
    setActive(undefined)
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
    setActive(undefined)
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
      ) : list ? (
        <PageCases
          recognised={list}
          onOpen={caseRef => setOpen({ caseRef, isWriting: false })}
          onSendMessages={sending.sendAbout}
          sending={sending.sending}
          restricted={sending.restricted}
        />
      ) : (
        <>
          {!chosen && <h1 className={unseen.spoken}>{words.search}</h1>}
          <CaseResults {...keys} rows={chosen ? 2 : 4} canWrite />
          {chosen ? (
            <PopupWriting
              key={chosen.ref.id}
              caseRef={chosen.ref}
              onOpen={setOpen}
              onOpenSidePanel={openSidePanel}
              handle={compose}
              isQuiet={!wantsToWrite}
              isWaiting={search.isSettling}
              onStarted={setHeld}
            />
          ) : (
            search.searched === "" &&
            !search.isLoading && <NoCaseChosen look={look} url={tab?.url} onOverviews={() => leaveFor(invoices)} />
          )}
        </>
      )}
      <ShortcutList isOpen={hasKeys} onOpenChange={setKeys} />
    </>
  )
}

/** What it was when something began to be written: a page that changes meanwhile puts no other case under it. */
function useHeldValue<Value>(value: Value, isHeld: boolean): Value {
  const held = useRef(value)
  if (!isHeld) held.current = value
  return held.current
}

const invoices: WorkPlace = { area: "invoices", query: "" }

function leaveFor(place: WorkPlace): void {
  void openWork(place).then(() => window.close())
}

/** What the page shows, for the top of the list. */
function ofPage(recognised: Recognised): { cases: readonly FoundCase[]; heading: string } | undefined {
  if (recognised.kind === "none") return undefined
  if (recognised.kind === "several") return { cases: recognised.cases, heading: findWords.which }
  const { found } = recognised
  return { cases: [found], heading: findWords.onThisTab(findWords.foundBy[found.by]) }
}
