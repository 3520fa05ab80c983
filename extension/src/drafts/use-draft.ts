import type { DraftContent } from "@casepost/shared/drafts"
import { useState, useSyncExternalStore } from "react"
import { type DraftKeeper, type DraftState, makeDraftKeeper } from "./draft-keeper"
import type { DraftPlace } from "./get-draft"
import { useSaving } from "./use-saving"

/**
 * The draft of one case in this page: restored, saved by itself, and saved at once when the page loses the focus, is hidden or
 * goes. The place never changes while mounted: give the component a key.
 */
export function useDraft(place: DraftPlace, initial: () => DraftContent): DraftState & { keeper: DraftKeeper } {
  const [keeper] = useState(() => makeDraftKeeper(place, initial()))
  const state = useSyncExternalStore(keeper.subscribe, keeper.read)
  useSaving(keeper)
  return { ...state, keeper }
}
