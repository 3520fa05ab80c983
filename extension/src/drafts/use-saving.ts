import { useEffect } from "react"

type Saver = {
  open: () => Promise<void>
  /** `isLast`: the page may be gone before an answer comes. */
  save: (isLast?: boolean) => Promise<void>
  /** The page is looked at again. */
  refresh?: () => Promise<void>
}

/** Opens what is written in this page, and saves it at once when the page loses the focus, is hidden or goes. */
export function useSaving(keeper: Saver): void {
  useEffect(() => {
    const ends = new AbortController()
    const { signal } = ends
    void keeper.open()
    window.addEventListener("blur", () => void keeper.save(), { signal })
    window.addEventListener("online", () => void keeper.save(), { signal })
    window.addEventListener("pagehide", () => void keeper.save(true), { signal })
    document.addEventListener(
      "visibilitychange",
      () => void (document.visibilityState === "hidden" ? keeper.save(true) : keeper.refresh?.()),
      { signal },
    )
    return () => {
      ends.abort()
      void keeper.save()
    }
  }, [keeper])
}
