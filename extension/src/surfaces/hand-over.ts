import type { CaseRef } from "@casepost/shared/cases"
import type { DraftKind } from "@casepost/shared/drafts"

/**
 * What is handed to a side panel: kept in `storage.session`, and gone once a panel took it. Plain: the worker may hand over too. (Selected
 * text comes by `selectedTextKey` of `host-page/calls`.)
 */
export const handedOverKey = "openCase"

export type HandedOver = {
  caseRef: CaseRef
  isWriting: boolean
  as?: DraftKind | undefined
  /** Of the window whose panel is meant; left out: whichever shows it first. */
  windowId?: number | undefined
  at: number
}

/** A panel that was not there after this long was not opened for it, in ms. */
export const handedOverFor = 30_000
