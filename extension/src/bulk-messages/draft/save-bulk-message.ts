import { type BulkContent, type BulkMessage, deeds } from "@casepost/shared/bulk-messages"
import { call } from "../../api/backend"

type Saving = {
  content: BulkContent
  /** Of what one started from. */
  version: number
  /** The page may be gone before the answer comes. */
  isLast?: boolean
}

/** Saves what is written. @throws Refusal `stale-draft` when it was saved elsewhere meanwhile: nothing is overwritten. */
export function saveBulkMessage(id: string, { content, version, isLast = false }: Saving): Promise<BulkMessage> {
  return call(deeds.saveBulkMessage, { params: { id }, body: { content, version } }, { keepalive: isLast })
}
