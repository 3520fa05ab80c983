import type { CaseRef } from "@casepost/shared/cases"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { PanelRight } from "lucide-react"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { getCase } from "../../cases/get-case"
import { caseName } from "../../cases/marks/case-name"
import type { WritingHandle } from "../../drafts/writing"
import type { FrameGrant } from "../../host-page/calls"
import { useRecognised } from "../../tools/recognise/use-recognised"
import { Button } from "../../ui/buttons/button"
import { IconButton } from "../../ui/buttons/icon-button"
import { Skeleton } from "../../ui/feedback/skeleton"
import { ShortcutList } from "../../ui/keyboard/shortcut-list"
import { useShortcuts } from "../../ui/keyboard/use-shortcuts"
import { CasePlace } from "../case/case-place"
import { words as findWords } from "../find/words"
import { OtherCaseNotice } from "../follow/other-case-notice"
import type { OpenCase } from "../open-case"
import { ChoosingCase } from "./choosing-case"
import styles from "./frame.module.css"
import { FrameBar } from "./frame-bar"
import { closeFrame, showsInFrame, tellCasesFound, toSidePanel } from "./frame-calls"
import { hasGoneOut } from "./has-gone-out"
import { usePanelCase } from "./use-panel-case"
import { words } from "./words"

type PanelCaseProps = {
  grant: FrameGrant
  isShown: boolean
  /** What a draft that is open is about; undefined where there is none. */
  onDraft: (about: string | undefined) => void
}

/** Milliseconds that closing waits for the last words to be saved. */
const saveWithin = 800

/** What the page shows: the message about its one case, else a choice, a list to tick, or the search. */
export function PanelCase({ grant, isShown, onDraft }: PanelCaseProps) {
  const look = useRecognised({ tabId: grant.tabId, isOn: true })
  const [isHeld, setHeld] = useState(false)
  const panel = usePanelCase(look, isHeld)
  const [hasKeys, setKeys] = useState(false)
  const handle = useRef<WritingHandle>(null)
  const queries = useQueryClient()
  const { open, other, found } = panel
  const name = useCaseName(open ?? panel.before)

  useEffect(() => onDraft(isHeld ? name : undefined), [onDraft, isHeld, name])
  useEffect(() => showsInFrame(open), [open])
  const cases = look.recognised?.kind === "several" ? look.recognised.cases.length : 0
  const isKnown = !look.isPending
  useEffect(() => {
    if (isKnown) tellCasesFound(cases)
  }, [isKnown, cases])

  async function close() {
    const saved = handle.current?.keeper.save()
    if (saved) await Promise.race([saved, new Promise(resolve => setTimeout(resolve, saveWithin))])
    if (await hasGoneOut(queries)) closeFrame()
  }
  function collapse() {
    void handle.current?.keeper.save()
    toSidePanel()
  }
  /** The innermost thing first: the choice leads back to what was written before it. */
  function leave() {
    if (panel.before) panel.show(panel.before)
    else void close()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return
    event.preventDefault()
    leave()
  }
  useShortcuts({ escape: leave, "?": () => setKeys(true) })

  // Out of sight until then (`frame.css`); what is certain is made ready meanwhile.
  if (!isShown && !open) return null
  const notice = other && (
    <OtherCaseNotice
      shown={caseName(other.ref.kind, other.number)}
      here={name}
      isWriting={open?.isWriting === true}
      onSwitch={panel.follow}
    />
  )
  const toSide = <IconButton icon={PanelRight} size="sm" label={words.openSidePanel} onPress={collapse} />
  const change = (
    <span className={styles.change}>
      <Button kind="ghost" size="sm" aria-label={name && words.changeCase(name)} onPress={panel.change}>
        {words.change}
      </Button>
    </span>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from wherever in it the focus is
    <div className={styles.inside} onKeyDown={onKeyDown}>
      {open && !open.isWriting && (
        <FrameBar onCollapse={collapse} onClose={() => void close()}>
          <Button kind="ghost" size="sm" onPress={panel.change}>
            {words.change}
          </Button>
        </FrameBar>
      )}
      {open && !open.isWriting && notice && <div className={styles.notice}>{notice}</div>}
      {open && (
        <CasePlace
          key={open.caseRef.id}
          open={open}
          onOpen={panel.show}
          look="panel"
          onHeld={setHeld}
          inPage={{
            handle,
            onClose: () => void close(),
            around: { notice, why: found && words.found(findWords.foundBy[found.by]), caseEnd: change, barEnd: toSide },
          }}
        />
      )}
      {!open && look.isPending && !panel.isChoosing && <Waiting onClose={closeFrame} />}
      {!open && (!look.isPending || panel.isChoosing) && (
        <ChoosingCase
          look={look}
          selected={grant.selected}
          isChoosing={panel.isChoosing}
          back={panel.before && { name: name ?? "", onPress: leave }}
          onOpen={(caseRef, as) => panel.show({ caseRef, isWriting: true, as })}
          onCollapse={collapse}
          onClose={closeFrame}
        />
      )}
      <ShortcutList isOpen={hasKeys} onOpenChange={setKeys} />
    </div>
  )
}

function Waiting({ onClose }: { onClose: () => void }) {
  return (
    <>
      <FrameBar onClose={onClose} />
      <Skeleton rows={4} withAvatar={false} />
    </>
  )
}

const nobody: CaseRef = { kind: "customer", id: "" }

function useCaseName(open: OpenCase | undefined): string | undefined {
  const { data } = useQuery({ ...getCase(open?.caseRef ?? nobody), enabled: open !== undefined })
  return open && data && caseName(open.caseRef.kind, data.number)
}
