import { type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../../api/backend"
import { showToast } from "../../ui/feedback/toasts"
import { getBulkMessage, tellBulkMessage } from "../get-bulk-message"
import { words } from "../words"

const runs = {
  undo: deeds.undoBulkMessage,
  pause: deeds.pauseBulkMessage,
  resume: deeds.resumeBulkMessage,
  stop: deeds.stopBulkMessage,
} as const
export type Run = keyof typeof runs

/** Takes it back, pauses, resumes, or stops what has not left. @throws Refusal `undo-too-late` */
export function runBulkMessage(id: string, run: Run): Promise<BulkMessage> {
  return call(runs[run], { params: { id } })
}

export function useRunBulkMessage(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (run: Run) => runBulkMessage(id, run),
    onSuccess: message => tellBulkMessage(queries, message),
    onError: (error, run) => {
      showToast({ kind: "failure", words: words.notRun[run], more: error.message })
      void queries.invalidateQueries({ queryKey: getBulkMessage(id).queryKey })
    },
  })
}
