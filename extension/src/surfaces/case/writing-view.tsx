import type { CaseDetail } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"
import type { SentMessage } from "@casepost/shared/messages"
import type { NoteEntry } from "@casepost/shared/notes"
import { Lock, Mail, X } from "lucide-react"
import { type ReactNode, type RefObject, useRef, useState } from "react"
import { CaseStrip } from "../../cases/head/case-strip"
import { CaseChip } from "../../cases/marks/case-chip"
import { DraftSaved } from "../../drafts/draft-saved"
import type { DraftSeen, WritingHandle } from "../../drafts/writing"
import { ComposeForm } from "../../messages/compose/compose-form"
import { words as messageWords } from "../../messages/words"
import { NoteForm } from "../../notes/form/note-form"
import { words as noteWords } from "../../notes/words"
import { IconButton } from "../../ui/buttons/icon-button"
import { Tab, TabList, TabPanel, Tabs } from "../../ui/layout/tabs"
import { agoInWords } from "../../ui/text/moments"
import unseen from "../../ui/text/unseen.module.css"
import { words } from "../words"
import styles from "./case-view.module.css"
import { SwitchDialog } from "./switch-dialog"
import { useHeld } from "./use-held"
import { useSwitch } from "./use-switch"

/** What a panel inside a page puts around a message or note that is written in it. */
export type Around = {
  /** Above the case. */
  notice?: ReactNode
  /** Under the case: what it was recognised by. */
  why?: ReactNode
  /** In the strip of the case. */
  caseEnd?: ReactNode
  /** Before the button that closes. */
  barEnd?: ReactNode
}

type WritingViewProps = {
  of: CaseDetail
  look: "popup" | "panel"
  as: DraftKind
  /** The other kind was chosen, and nothing is lost by it. */
  onSwitch: (as: DraftKind) => void
  onSent: (sent: SentMessage) => void
  onNoted: (saved: NoteEntry) => void
  /** Left out where there is nothing to go back to. */
  onClose?: () => void
  onOpenSidePanel?: () => void
  around?: Around
  handle?: RefObject<WritingHandle | null>
  startSubject?: string | undefined
  /** Leaves the focus where it is. */
  isQuiet?: boolean
  /** The case may be another one in a moment. */
  isWaiting?: boolean
  /** Whether something has been typed, or was before: then it stays with its case, whatever the tab shows. */
  onStarted?: ((isStarted: boolean) => void) | undefined
}

const untouched: DraftSeen = { saving: "untouched" }

/** A message or a note about a case, each with its own draft; Esc goes back and keeps it. */
export function WritingView(props: WritingViewProps) {
  const { of, look, as, onClose, around, isQuiet = false } = props
  const own = useRef<WritingHandle>(null)
  const handle = props.handle ?? own
  const [draft, setDraft] = useState(untouched)
  const [hasSwitched, setSwitched] = useState(false)
  useHeld(draft.saving !== "untouched", props.onStarted)
  const switching = useSwitch({ of, as, handle }, next => {
    // The tab that was pressed gives the focus on to what is written.
    ;(document.activeElement as HTMLElement | null)?.blur()
    setSwitched(true)
    setDraft(untouched)
    props.onSwitch(next)
  })
  const shared = {
    of,
    look,
    handle,
    onDraft: setDraft,
    autoFocus: !isQuiet || hasSwitched,
    isWaiting: props.isWaiting === true,
    onOpenSidePanel: props.onOpenSidePanel,
    head: look === "panel" && (
      <div className={styles.rowsHead}>
        {around?.notice && <div className={styles.notice}>{around.notice}</div>}
        <CaseStrip of={of} why={around?.why} end={around?.caseEnd} />
      </div>
    ),
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from wherever in it the focus is
    <div
      className={styles.writing}
      data-as={as}
      onKeyDown={event => {
        // The editor calls Esc its own, though it does nothing with it.
        const isTaken = event.defaultPrevented && !(event.target as HTMLElement).isContentEditable
        if (event.key !== "Escape" || isTaken || !onClose) return
        event.preventDefault()
        onClose()
      }}
    >
      <Tabs
        selectedKey={as}
        onSelectionChange={kind => void switching.ask(kind as DraftKind)}
        keyboardActivation="manual"
      >
        <div className={styles.bar} data-look={look}>
          <h1 className={unseen.spoken}>{as === "note" ? noteWords.newNote : messageWords.newMessage}</h1>
          <TabList label={words.writeAs} look="segments">
            <Tab id="message" {...(look === "panel" ? { icon: Mail } : {})}>
              {words.message}
            </Tab>
            <Tab id="note" tone="note" {...(look === "panel" ? { icon: Lock } : {})}>
              {words.note}
            </Tab>
          </TabList>
          {look === "popup" && <CaseChip kind={of.ref.kind} number={of.number} />}
          <span className={styles.end}>
            {draft.saving === "untouched" && look === "popup" ? <LastSent of={of} /> : <DraftSaved draft={draft} />}
          </span>
          {around?.barEnd}
          {onClose && <IconButton icon={X} size="sm" label={words.closeWriting} onPress={onClose} />}
        </div>
        <TabPanel key={as} id={as}>
          {as === "note" ? (
            <NoteForm {...shared} onSaved={props.onNoted} />
          ) : (
            <ComposeForm
              {...shared}
              onSent={props.onSent}
              startSubject={props.startSubject}
              onNote={() => void switching.ask("note")}
            />
          )}
        </TabPanel>
      </Tabs>
      {switching.asked && <SwitchDialog switching={switching} />}
    </div>
  )
}

function LastSent({ of }: { of: CaseDetail }) {
  return (
    <span className={styles.quiet}>
      {of.lastSentAt ? messageWords.lastSent(agoInWords(of.lastSentAt)) : messageWords.neverSent}
    </span>
  )
}
