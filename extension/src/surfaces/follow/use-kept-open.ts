import { CaseRef } from "@casepost/shared/cases"
import { type Dispatch, type SetStateAction, useEffect, useState } from "react"
import { type Followed, keeping } from "./followed"

const keyOf = (windowId: number) => `keptOpen:${windowId}`

/** "Keep open" outlives the panel: closed and opened again in the same window, it shows the same case, until Chrome closes. */
export function useKeptOpen(
  windowId: number | undefined,
  followed: Followed,
  show: Dispatch<SetStateAction<Followed>>,
): void {
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    if (windowId === undefined) return
    void readKept(windowId).then(caseRef => {
      // What was handed over meanwhile goes before what was kept.
      if (caseRef) show(now => (now.by === "kept" ? now : keeping({ caseRef, isWriting: false })))
      setRead(true)
    })
  }, [windowId, show])
  const kept = followed.by === "kept" ? followed.open?.caseRef : undefined
  useEffect(() => {
    if (windowId !== undefined && isRead) void keep(windowId, kept)
  }, [windowId, isRead, kept])
}

async function keep(windowId: number, caseRef: CaseRef | undefined): Promise<void> {
  if (caseRef) await chrome.storage.session.set({ [keyOf(windowId)]: caseRef })
  else await chrome.storage.session.remove(keyOf(windowId))
}

async function readKept(windowId: number): Promise<CaseRef | undefined> {
  const key = keyOf(windowId)
  const read = CaseRef.safeParse((await chrome.storage.session.get(key))[key])
  return read.success ? read.data : undefined
}
