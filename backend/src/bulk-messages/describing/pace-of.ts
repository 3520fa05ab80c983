import type { BulkContent } from "@casepost/shared/bulk-messages"

/** Requests a second that the provider takes (resend.com/docs/api-reference/rate-limit), and mails without files in one request. */
const requestsASecond = 10
const mailsARequest = 100

/** Seconds it takes at the provider's limit to send `mails` to customers and `copies` of them: with files in a mail, one by one. */
export function secondsFor({ mails, copies, files }: { mails: number; copies: number; files: FilesIn }): number {
  const single = (files.mails ? mails : 0) + (files.copies ? copies : 0)
  const together = (files.mails ? 0 : mails) + (files.copies ? 0 : copies)
  return Math.ceil((single + Math.ceil(together / mailsARequest)) / requestsASecond)
}

export type FilesIn = { mails: boolean; copies: boolean }

/** Which mails carry files: copies always, because who is copied in has no portal. */
export function filesIn(content: BulkContent, inPortal = content.filesInPortal): FilesIn {
  const some = content.attachmentIds.length > 0 || content.attachInvoicePdf
  return { mails: some && !inPortal, copies: some }
}
