import { CaseRef } from "@casepost/shared/cases"
import { DraftKind } from "@casepost/shared/drafts"
import { useState } from "react"
import { type HandedOver, handedOverFor, handedOverKey } from "./hand-over"

/** The case a surface shows, and whether a message or a note is being written. */
export type OpenCase = {
  caseRef: CaseRef
  isWriting: boolean
  /** What is written; left out: a message. */
  as?: DraftKind | undefined
  /** What a new message starts with: of an answer. */
  subject?: string | undefined
}

/** Hands a case over to the side panel of a window. */
export async function handOver({ caseRef, isWriting, as }: OpenCase, windowId?: number): Promise<void> {
  const handed: HandedOver = { caseRef, isWriting, as, windowId, at: Date.now() }
  await chrome.storage.session.set({ [handedOverKey]: handed })
}

/** What was handed over to this window's side panel, once: whoever takes it takes it away. */
export async function takeHandedOver(windowId: number): Promise<OpenCase | undefined> {
  return navigator.locks.request(handedOverKey, async () => {
    const kept: unknown = (await chrome.storage.session.get(handedOverKey))[handedOverKey]
    const { caseRef, isWriting, as, windowId: meant, at } = (kept ?? {}) as Partial<HandedOver>
    const read = CaseRef.safeParse(caseRef)
    if (!read.success || typeof at !== "number" || (meant !== undefined && meant !== windowId)) return undefined
    await chrome.storage.session.remove(handedOverKey)
    if (Date.now() - at > handedOverFor) return undefined
    return { caseRef: read.data, isWriting: isWriting === true, as: kindOf(as) }
  })
}

/** The case in the page's address (`?kind=invoice&id=…&write=1&as=note`), then whichever is opened. */
export function useOpenCase(): [OpenCase | undefined, (next: OpenCase | undefined) => void] {
  return useState(openInAddress)
}

export function openInAddress(): OpenCase | undefined {
  const query = new URLSearchParams(location.search)
  const caseRef = CaseRef.safeParse({ kind: query.get("kind"), id: query.get("id") })
  if (!caseRef.success) return undefined
  return { caseRef: caseRef.data, isWriting: query.get("write") === "1", as: kindOf(query.get("as")) }
}

function kindOf(given: unknown): DraftKind {
  return DraftKind.catch("message").parse(given)
}
