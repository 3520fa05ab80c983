import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState, useSyncExternalStore } from "react"
import { useSaving } from "../../drafts/use-saving"
import { getBulkMessage, tellBulkMessage } from "../get-bulk-message"
import { type BulkDraft, type BulkKeeper, makeBulkKeeper } from "./bulk-keeper"

/**
 * What is written of one bulk message in this page: saved by itself, and at once when the page loses the focus, is hidden or goes.
 * The id never changes while mounted: give the component a key.
 */
export function useBulkDraft(message: BulkMessage): BulkDraft & { keeper: BulkKeeper } {
  const queries = useQueryClient()
  const [keeper] = useState(() =>
    makeBulkKeeper(message, {
      onSaved: saved => tellBulkMessage(queries, saved),
      readNow: () => queries.fetchQuery({ ...getBulkMessage(message.id), staleTime: 0 }),
    }),
  )
  const draft = useSyncExternalStore(keeper.subscribe, keeper.read)
  useEffect(() => keeper.meet(message), [keeper, message])
  useSaving(keeper)
  return { ...draft, keeper }
}
