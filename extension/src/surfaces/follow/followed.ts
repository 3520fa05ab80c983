import type { CaseRef } from "@casepost/shared/cases"
import type { OpenCase } from "../open-case"

/** What the tab shows now. */
export type Sight = {
  /** Tab and address: another one is another page. */
  page: string
  /** The one case the page is about, if there is one. */
  shown: CaseRef | undefined
  /** Names what was recognised: the case, or the list; undefined where there is nothing, and while it is looked for. */
  cases: string | undefined
}

/** What the side panel shows, and why. */
export type Followed = {
  /** Undefined: the choice, the list or the search. */
  open: OpenCase | undefined
  /** `tab`: what the tab shows. `here`: what somebody chose in the panel, until the tab shows other cases. `kept`: until it is let go. */
  by: "tab" | "here" | "kept"
  /** What the tab showed when somebody chose. */
  at: Sight
}

const nowhere: Sight = { page: "", shown: undefined, cases: undefined }

export const following: Followed = { open: undefined, by: "tab", at: nowhere }

/** Stays, whatever the tab shows. */
export function keeping(open: OpenCase): Followed {
  return { open, by: "kept", at: nowhere }
}

/** It has become known what the tab shows now. `isHeld`: something is being written, which stays with its case. */
export function meet(followed: Followed, sight: Sight, isHeld: boolean): Followed {
  const { open, by, at } = followed
  if (by === "kept" || isHeld) return followed
  if (by === "here") {
    if (sight.cases === undefined || sight.cases === at.cases) return followed
    // It was chosen before it was known what this page shows.
    if (sight.page === at.page && at.cases === undefined) return { ...followed, at: sight }
  }
  if (isSame(open?.caseRef, sight.shown)) return { open, by: "tab", at: sight }
  return { open: sight.shown && { caseRef: sight.shown, isWriting: false }, by: "tab", at: sight }
}

/** Somebody opened a case in the panel, or (`undefined`) wants to search. */
export function choose(followed: Followed, open: OpenCase | undefined, sight: Sight): Followed {
  if (open && isSame(open.caseRef, followed.open?.caseRef)) return { ...followed, open }
  if (open && followed.by === "kept") return { ...followed, open }
  if (open && isSame(open.caseRef, sight.shown)) return { open, by: "tab", at: sight }
  return { open, by: "here", at: sight }
}

/** What was being written is written: its case stays in sight, though the tab may show another one by now. */
export function letGo(followed: Followed, sight: Sight): Followed {
  if (followed.by !== "tab" || !followed.open || isSame(followed.open.caseRef, sight.shown)) return followed
  return { ...followed, by: "here", at: sight }
}

/** "Keep open" is switched off: back to the tab, where it shows a case. */
export function release(followed: Followed, sight: Sight): Followed {
  // Nothing was looked up while it was kept: whatever the tab turns out to show is new.
  if (sight.cases === undefined) return { ...followed, by: "here", at: nowhere }
  return follow(sight)
}

/** Shows what the tab shows, whatever was there. */
export function follow(sight: Sight): Followed {
  return { open: sight.shown && { caseRef: sight.shown, isWriting: false }, by: "tab", at: sight }
}

/** The case the tab shows, where the panel shows another one; a case that is kept open is left in peace. */
export function otherCase({ open, by }: Followed, sight: Sight): CaseRef | undefined {
  return open && by !== "kept" && sight.shown && !isSame(open.caseRef, sight.shown) ? sight.shown : undefined
}

function isSame(one: CaseRef | undefined, other: CaseRef | undefined): boolean {
  return one !== undefined && one.kind === other?.kind && one.id === other.id
}
