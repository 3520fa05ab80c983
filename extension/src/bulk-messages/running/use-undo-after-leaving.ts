import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { undoSeconds } from "@casepost/shared/messages"
import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { showToast } from "../../ui/feedback/toasts"
import { goTo } from "../../ui/place/place"
import { tellBulkMessage } from "../get-bulk-message"
import { words } from "../words"
import { runBulkMessage } from "./run-bulk-message"

/** Who leaves the window while it can still be taken back takes Undo along, wherever in this page they go. */
export function useUndoAfterLeaving(message: BulkMessage): void {
  const queries = useQueryClient()
  const latest = useRef(message)
  latest.current = message
  useEffect(() => () => offerUndo(queries, latest.current), [queries])
}

function offerUndo(queries: QueryClient, { id, state, leavesAt, messages }: BulkMessage): void {
  const left = leavesAt ? Date.parse(leavesAt) - Date.now() : 0
  if (state !== "held" || left <= 0) return
  showToast({
    kind: "undo",
    words: words.running.held(messages),
    endsAt: Date.now() + Math.min(left, undoSeconds * 1000),
    seconds: undoSeconds,
    action: { label: words.running.undo, keyName: "Z", onPress: () => void undo(queries, id) },
  })
}

async function undo(queries: QueryClient, id: string): Promise<void> {
  try {
    tellBulkMessage(queries, await runBulkMessage(id, "undo"))
    showToast({ kind: "success", words: words.running.undone })
    goTo(`bulk/${id}`)
  } catch (error) {
    showToast({ kind: "failure", words: words.notRun.undo, more: (error as Error).message })
  }
}
