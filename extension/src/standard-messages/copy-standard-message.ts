import { deeds } from "@casepost/shared/standard-messages"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { call } from "../api/backend"
import { tellStandardMessagesChanged } from "./standard-messages-changed"

/** Copies a standard message, also into another administration; `leftOut` names the default recipients that are not available there. */
export function useCopyStandardMessage() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, administrationId }: { id: string; administrationId: string }) =>
      call(
        deeds.copyStandardMessage,
        { params: { id }, body: { administrationId } },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: () => tellStandardMessagesChanged(queries),
  })
}
