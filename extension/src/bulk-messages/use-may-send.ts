import { rightCovers } from "@casepost/shared/access"
import type { BulkMessage } from "@casepost/shared/bulk-messages"
import { useSession } from "../access/session"

/** Whether one may message anybody of it: the right to send in one of its administrations. */
export function useMaySend({ administrationIds }: Pick<BulkMessage, "administrationIds">): boolean {
  const { membership } = useSession()
  return membership.administrations.some(
    one => administrationIds.includes(one.id) && rightCovers(one.right, "standard"),
  )
}
