import type { CaseRef } from "@casepost/shared/cases"
import type { NoteEntry } from "@casepost/shared/notes"
import { deeds, type TimelineEntry } from "@casepost/shared/timeline"
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query"
import { call } from "../api/backend"
import { useFirstPage } from "../api/use-first-page"

/** The timeline of a case, newest first, page by page. */
export function listTimeline(caseRef: CaseRef) {
  return infiniteQueryOptions({
    queryKey: ["timeline", caseRef.kind, caseRef.id],
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {}
      const page = await call(deeds.listTimeline, { params: caseRef, query }, { signal })
      // How far the server's clock is ahead of ours, for counting down to moments it names.
      return { ...page, ahead: Date.parse(page.now) - Date.now() }
    },
    initialPageParam: "",
    getNextPageParam: page => page.nextCursor,
  })
}

/** The timeline, with what is new within seconds while the page is visible. */
export function useTimeline(caseRef: CaseRef) {
  const timeline = useInfiniteQuery(listTimeline(caseRef))
  const pages = timeline.data?.pages ?? []
  useFirstPage({
    queryKey: listTimeline(caseRef).queryKey,
    read: async signal => JSON.stringify((await call(deeds.listTimeline, { params: caseRef }, { signal })).entries),
    isOn: timeline.isSuccess,
  })
  return { ...timeline, entries: pages.flatMap(page => page.entries), ahead: pages[0]?.ahead ?? 0 }
}

export type TimelineDeeds = {
  /** With the subject of the last message to the customer. Left out: one may not send here. */
  onReply?: ((subject?: string) => void) | undefined
  onResend?: ((entry: TimelineEntry & { type: "message" }) => void) | undefined
  onUndo: (messageId: string) => void
  onMark: (messageId: string, read: boolean) => void
  /** What can be done with a note; `onForward` and `onRemind` open a window. */
  onForward?: ((note: NoteEntry) => void) | undefined
  onRemind?: ((note: NoteEntry) => void) | undefined
  onDone?: ((noteId: string, done: boolean) => void) | undefined
}
