/**
 * The one place that every request passes before it may take the token along. Pages of ours at the top of a tab, popup and side panel pass freely.
 * In somebody else's page a frame of ours (`surfaces/frame`) closes it until its ticket is taken, and from then on has every deed that goes
 * out wait until it is certain that the person sees what she pressed.
 */
import type { Deed } from "@casepost/shared/contract"

export type Guard = {
  /** @throws Refusal where nothing may be asked of the backend at all */
  ask: () => void
  /** @throws Refusal where a deed must not go out now */
  letOut: () => Promise<void>
}

let guard: Guard | undefined

export function setGuard(next: Guard): void {
  guard = next
}

/** Waits until this deed may be called. @throws Refusal */
export async function passGuard(deed: Pick<Deed, "id" | "method">): Promise<void> {
  if (!guard) return
  guard.ask()
  if (goesOut(deed)) await guard.letOut()
}

/** Whether a deed reaches somebody or changes what others see. What is not known here does. */
export function goesOut({ id, method }: Pick<Deed, "id" | "method">): boolean {
  return method !== "get" && !staysInside.has(id)
}

/** Deeds that only look, keep one's own writing, or take back: they change nothing for anybody else. */
const staysInside: ReadonlySet<string> = new Set([
  "lookupCases",
  "checkAddresses",
  "previewMessage",
  "saveDraft",
  "discardDraft",
  "uploadAttachment",
  "deleteAttachment",
  "saveBulkMessage",
  "undoMessage",
  "undoBulkMessage",
  "markNotificationsRead",
  "recordSightings",
])
