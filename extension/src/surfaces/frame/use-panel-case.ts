import { useState } from "react"
import type { UseRecognised } from "../../tools/recognise/use-recognised"
import { choose, type Followed, follow, following, otherCase, type Sight } from "../follow/followed"
import { useMeeting } from "../follow/use-meeting"
import type { OpenCase } from "../open-case"

/**
 * The case that is written about in the panel inside a page: the one the page shows, or somebody's choice. It follows the page silently until
 * something has been typed; then it stays, and `other` says what the page shows by now.
 */
export function usePanelCase(look: UseRecognised, isHeld: boolean) {
  const [followed, setFollowed] = useState<Followed>(following)
  /** What was open before somebody went to choose another. */
  const [before, setBefore] = useState<OpenCase | undefined>()
  const isKnown = !look.isPending
  const sight = sightOf(look)
  useMeeting({ sight, isKnown, isHeld }, next => setFollowed(now => writing(now, next(now))))

  const found = look.recognised?.kind === "one" ? look.recognised.found : undefined
  const { open } = followed
  return {
    open,
    /** Somebody went to choose another case. */
    isChoosing: !open && followed.by === "here",
    before: open ? undefined : before,
    /** What the open case was recognised by, where the page shows it. */
    found: found && open && found.ref.id === open.caseRef.id ? found : undefined,
    other: isKnown && otherCase(followed, sight) ? found : undefined,
    show: (next: OpenCase) => setFollowed(now => choose(now, next, sight)),
    change: () => {
      setBefore(open)
      setFollowed(now => choose(now, undefined, sight))
    },
    follow: () => setFollowed(now => writing(now, follow(sight))),
  }
}

/** A case that the panel comes to is written about at once. */
function writing(before: Followed, next: Followed): Followed {
  if (!next.open || next.open.caseRef.id === before.open?.caseRef.id) return next
  return { ...next, open: { ...next.open, isWriting: true } }
}

function sightOf({ recognised, page }: UseRecognised): Sight {
  if (recognised?.kind === "one") {
    const shown = recognised.found.ref
    return { page, shown, cases: `${shown.kind} ${shown.id}` }
  }
  return { page, shown: undefined, cases: recognised?.kind === "several" ? page : undefined }
}
