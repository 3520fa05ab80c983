import { useEffect, useRef } from "react"
import { type Followed, letGo, meet, type Sight } from "./followed"

type Meeting = {
  sight: Sight
  /** What the page shows now is known. */
  isKnown: boolean
  /** Something is being written: what is shown stays. */
  isHeld: boolean
}

/** Lets what is shown meet what the page shows, whenever either is another. */
export function useMeeting({ sight, isKnown, isHeld }: Meeting, change: (next: (now: Followed) => Followed) => void) {
  const wasHeld = useRef(isHeld)
  const { page, cases } = sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sight is made new at every turn; its page and its cases say whether it is another
  useEffect(() => {
    const isLetGo = wasHeld.current && !isHeld
    wasHeld.current = isHeld
    if (isLetGo) change(now => letGo(now, sight))
    else if (isKnown) change(now => meet(now, sight, isHeld))
  }, [isKnown, page, cases, isHeld])
}
