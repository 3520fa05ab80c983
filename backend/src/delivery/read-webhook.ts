import { Problem } from "@casepost/shared/problems"
import { Resend } from "resend"
import { validate } from "uuid"
import * as z from "zod"
import type { House } from "../context.ts"
import { storable } from "../http/storable.ts"
import { EventDetail } from "./outcome/read-outcome.ts"
import { recordEvent } from "./record-event.ts"

/** One request as it came: the signature covers every byte of the body. */
export type WebhookRequest = { body: string; id: string; timestamp: string; signature: string }

/** What every event of Resend has (resend.com/docs/webhooks/event-types); what is not about a mail of ours has less. */
const WebhookBody = z.object({
  type: z.string().max(100),
  created_at: z.string().optional(),
  data: z.looseObject({ email_id: z.string().max(100).optional(), tags: z.unknown().optional() }).optional(),
})

/**
 * Takes in what the provider says happened to a mail, signed and at most five minutes old (Standard Webhooks). Told twice it is stored
 * once; a kind we do not know is stored and changes nothing.
 * @throws Problem unauthenticated for a wrong or old signature, malformed for what cannot be read
 */
export async function readWebhook(house: House, request: WebhookRequest): Promise<void> {
  const verified = verify(house, request)
  const event = WebhookBody.safeParse(storable(verified))
  if (!event.success) throw new Problem("malformed", "This is not an event.")
  const { type, created_at, data } = event.data
  const happenedAt = new Date(created_at ?? "")
  const mailId = mailIdIn(data?.tags)
  await recordEvent(house, {
    eventId: request.id,
    type,
    mailId,
    providerId: data?.email_id,
    happenedAt: Number.isNaN(happenedAt.getTime()) ? house.now() : happenedAt,
    detail: EventDetail.catch({}).parse(data ?? {}),
  })
}

function verify(house: House, { body, id, timestamp, signature }: WebhookRequest): unknown {
  const { webhookSecret, apiKey } = house.config.resend
  if (!webhookSecret)
    throw new Problem("unauthenticated", "This server takes no webhooks: RESEND_WEBHOOK_SECRET is not set.")
  try {
    return new Resend(apiKey ?? "none").webhooks.verify({
      payload: body,
      headers: { id, timestamp, signature },
      webhookSecret,
    })
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem("malformed", "This is not an event.")
    throw new Problem("unauthenticated", "The signature is not right, or too old.")
  }
}

/** Tags come back as a record, though they are sent as a list; both are read. */
function mailIdIn(tags: unknown): string | undefined {
  const listed = z.array(z.object({ name: z.string(), value: z.string() })).safeParse(tags)
  const record = z.record(z.string(), z.unknown()).safeParse(tags)
  const id = listed.success ? listed.data.find(tag => tag.name === "mail_id")?.value : record.data?.mail_id
  return typeof id === "string" && validate(id) ? id : undefined
}
