import type { ReactNode } from "react"
import type { DraftKeeper, DraftState } from "./draft-keeper"

/** What a surface may ask of a form that writes: `write` puts the caret where writing goes on. */
export type WritingHandle = { write: () => void; keeper: DraftKeeper }

/** Where a draft is, as far as it is said beside it. */
export type DraftSeen = { saving: DraftState["saving"]; savedAt?: string | undefined }

/** What a surface gives to a form that writes, be it a message or a note. */
export type WritingProps = {
  /** `popup`: fewer rows, as there is less room. */
  look: "popup" | "panel"
  /** Stands above the rows. */
  head?: ReactNode
  /** Hears where the draft is. */
  onDraft?: ((draft: DraftSeen) => void) | undefined
  onOpenSidePanel?: (() => void) | undefined
  /** Starts with the caret where writing goes on. */
  autoFocus?: boolean
  /** The case may be another one in a moment: nothing can be typed until it is settled. */
  isWaiting?: boolean
}
