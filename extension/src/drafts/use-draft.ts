import type { DraftContent } from "@casepost/shared/drafts"
import { useEffect, useState, useSyncExternalStore } from "react"
import { type DraftKeeper, type DraftState, makeDraftKeeper } from "./draft-keeper"
import type { DraftPlace } from "./get-draft"

/**
 * The draft of one case in this page: restored, saved by itself, and saved at once when the page loses the focus, is hidden or
 * goes. The place never changes while mounted: give the component a key.
 */
export function useDraft(place: DraftPlace, initial: () => DraftContent): DraftState & { keeper: DraftKeeper } {
  const [keeper] = useState(() => makeDraftKeeper(place, initial()))
  const state = useSyncExternalStore(keeper.subscribe, keeper.read)
  useEffect(() => {
    const ends = new AbortController()
    const { signal } = ends
    void keeper.open()
    window.addEventListener("blur", () => void keeper.save(), { signal })
    window.addEventListener("online", () => void keeper.save(), { signal })
    window.addEventListener("pagehide", () => void keeper.save(true), { signal })
    document.addEventListener(
      "visibilitychange",
      () => void (document.visibilityState === "hidden" ? keeper.save(true) : keeper.refresh()),
      { signal },
    )
    return () => {
      ends.abort()
      void keeper.save()
    }
  }, [keeper])
  return { ...state, keeper }
}
