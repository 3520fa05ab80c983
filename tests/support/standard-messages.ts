import type { Context } from "@casepost/backend/context"
import { createStandardMessage } from "@casepost/backend/standard-messages/create-standard-message"
import { SaveStandardMessageBody, type StandardMessage } from "@casepost/shared/standard-messages"
import type * as z from "zod"

/** What an administrator would save, with what a test wants otherwise. */
export function standardMessage(values: Partial<z.input<typeof SaveStandardMessageBody>> = {}) {
  return SaveStandardMessageBody.parse({
    description: "Second reminder, friendly",
    texts: [
      {
        language: "en",
        subject: "Invoice {{invoice.number}} is still open",
        bodyHtml: "<p>Dear {{contact.salutation|Sir or Madam}},</p><p>Please pay {{invoice.openAmount}}.</p>",
      },
    ],
    cc: [],
    bcc: [],
    attachmentIds: [],
    ...values,
  })
}

export function makeStandardMessage(
  context: Context,
  administrationId: string,
  values: Partial<z.input<typeof SaveStandardMessageBody>> = {},
): Promise<StandardMessage> {
  return createStandardMessage(context, { ...standardMessage(values), administrationId })
}
