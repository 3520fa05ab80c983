import { CaseRef } from "@casepost/shared/cases"
import { DraftKind } from "@casepost/shared/drafts"
import { useEffect, useState } from "react"

/** The case a surface shows, and whether a message or a note is being written. */
export type OpenCase = {
  caseRef: CaseRef
  isWriting: boolean
  /** What is written; left out: a message. */
  as?: DraftKind | undefined
  /** What a new message starts with: of an answer. */
  subject?: string | undefined
}

const storageKey = "openCase"

/** Hands a case over to the side panel of this browser. */
export async function handOver(openCase: OpenCase): Promise<void> {
  await chrome.storage.session.set({ [storageKey]: { ...openCase, at: Date.now() } })
}

/** The case in the page's address (`?kind=invoice&id=…&write=1&as=note`), else the one another surface handed over, then and later. */
export function useOpenCase(hearsOthers: boolean): [OpenCase | undefined, (next: OpenCase | undefined) => void] {
  const [openCase, setOpenCase] = useState(fromAddress)
  useEffect(() => {
    if (!hearsOthers) return
    if (!fromAddress()) void chrome.storage.session.get(storageKey).then(kept => take(kept[storageKey]))
    const heard = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
      if (area === "session" && changes[storageKey]) take(changes[storageKey].newValue)
    }
    function take(kept: unknown) {
      const read = readOpenCase(kept)
      if (read) setOpenCase(read)
    }
    chrome.storage.onChanged.addListener(heard)
    return () => chrome.storage.onChanged.removeListener(heard)
  }, [hearsOthers])
  return [openCase, setOpenCase]
}

function fromAddress(): OpenCase | undefined {
  const query = new URLSearchParams(location.search)
  const caseRef = CaseRef.safeParse({ kind: query.get("kind"), id: query.get("id") })
  if (!caseRef.success) return undefined
  return { caseRef: caseRef.data, isWriting: query.get("write") === "1", as: kindOf(query.get("as")) }
}

function readOpenCase(kept: unknown): OpenCase | undefined {
  const { caseRef, isWriting, as } = (kept ?? {}) as Partial<OpenCase>
  const read = CaseRef.safeParse(caseRef)
  return read.success ? { caseRef: read.data, isWriting: isWriting === true, as: kindOf(as) } : undefined
}

function kindOf(given: unknown): DraftKind {
  return DraftKind.catch("message").parse(given)
}
