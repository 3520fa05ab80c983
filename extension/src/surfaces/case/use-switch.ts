import type { CaseDetail } from "@casepost/shared/cases"
import { type DraftContent, type DraftKind, emptyContent } from "@casepost/shared/drafts"
import { type RefObject, useState } from "react"
import { useSession } from "../../access/session"
import { type DraftPlace, getDraft } from "../../drafts/get-draft"
import { saveDraft } from "../../drafts/save-draft"
import { readUnsaved } from "../../drafts/unsaved-drafts"
import type { WritingHandle } from "../../drafts/writing"
import { newContent } from "../../messages/recipients/change-recipients"
import { textOf } from "../../ui/text/clean-html"

export type Switching = ReturnType<typeof useSwitch>

type Writing = { of: CaseDetail; as: DraftKind; handle: RefObject<WritingHandle | null> }

/**
 * Going from message to note and back: each has its own draft, and no text ever changes sides by itself. Asks only where there
 * is a text here and nothing begun on the other side.
 */
export function useSwitch({ of, as, handle }: Writing, onSwitch: (as: DraftKind) => void) {
  const { membership } = useSession()
  const [asked, setAsked] = useState<DraftKind | undefined>()
  const [error, setError] = useState<Error | undefined>()
  const placeOf = (kind: DraftKind): DraftPlace => ({
    kind,
    caseRef: of.ref,
    organisationId: membership.organisation.id,
  })

  async function ask(next: DraftKind) {
    if (next === as) return
    const keeper = handle.current?.keeper
    if (!keeper || textOf(keeper.read().content.bodyHtml) === "") return onSwitch(next)
    void keeper.save()
    // Who may not send is not asked what to send.
    if (next === "message" && of.right === "restricted") return onSwitch(next)
    if (await hasDraft(placeOf(next))) onSwitch(next)
    else setAsked(next)
  }
  function start() {
    if (asked) onSwitch(asked)
    setAsked(undefined)
  }
  /** Only the text goes over; the draft here stays as it is. */
  async function takeOver() {
    const bodyHtml = handle.current?.keeper.read().content.bodyHtml
    if (!asked || bodyHtml === undefined) return
    const content: DraftContent = { ...(asked === "message" ? newContent(of) : emptyContent), bodyHtml }
    try {
      await saveDraft(placeOf(asked), { content, version: 0 })
      start()
    } catch (problem) {
      setError(problem as Error)
    }
  }
  return {
    /** What is to be written, while it is being asked how. */
    asked,
    error,
    ask,
    start,
    takeOver,
    cancel: () => {
      setAsked(undefined)
      setError(undefined)
    },
  }
}

/** Whether something was begun there. Where that cannot be known now, it is taken for begun: switching keeps both. */
async function hasDraft(place: DraftPlace): Promise<boolean> {
  if (await readUnsaved(place)) return true
  return getDraft(place).then(
    draft => draft !== null,
    () => true,
  )
}
