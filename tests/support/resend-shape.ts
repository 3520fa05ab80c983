import * as z from "zod"

// Written from Resend's published description alone (resend.com/docs/api-reference/emails/send-email and send-batch-emails), to judge our
// requests by: nothing here is shared with the product or its mailbox.

const isOneLine = (text: string) => [...text].every(character => character >= " " && character !== "\x7f")
const bare = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+$/
const mailbox = z
  .string()
  .refine(isOneLine, "one line")
  .refine(
    text => bare.test(text) || bare.test(/^(?:"(?:[^"\\]|\\.)*"|[^"<>,;:@]+) <([^<>]+)>$/.exec(text)?.[1] ?? ""),
    "an address",
  )
const mailboxes = z.union([mailbox, z.array(mailbox).min(1).max(50)])
const tag = z.string().regex(/^[A-Za-z0-9_-]{1,256}$/)
const headerName = z.string().regex(/^[!-9;-~]+$/)
const headerValue = z.string().refine(isOneLine, "one line")

export const BatchEmail = z.strictObject({
  from: mailbox,
  to: mailboxes,
  subject: headerValue.min(1),
  bcc: mailboxes.optional(),
  cc: mailboxes.optional(),
  scheduled_at: z.string().optional(),
  reply_to: mailboxes.optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(headerName, headerValue).optional(),
  topic_id: z.string().optional(),
  tags: z.array(z.strictObject({ name: tag, value: tag })).optional(),
})
export const SingleEmail = BatchEmail.extend({
  attachments: z
    .array(
      z.strictObject({
        content: z.base64().optional(),
        filename: headerValue.min(1),
        path: z.url().optional(),
        content_type: z.string().optional(),
        content_id: z.string().optional(),
      }),
    )
    .optional(),
})
export type SingleEmail = z.infer<typeof SingleEmail>
