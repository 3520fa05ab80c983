import { deeds } from "@casepost/shared/attachments"
import { call } from "../api/backend"

/** Throws away a file that was not sent. Housekeeping does the same later, so a failure here is of no concern. */
export async function deleteAttachment(id: string): Promise<void> {
  await call(deeds.deleteAttachment, { params: { id } }).catch(() => undefined)
}
