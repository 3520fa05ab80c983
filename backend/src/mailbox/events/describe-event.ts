import { type Mail, type MailEvent, messageId } from "../mail.ts"

/** The body of a webhook, field for field as Resend documents it (resend.com/docs/webhooks/emails/*). */
export function describeEvent(mail: Mail, event: MailEvent) {
  return {
    type: `email.${event.type}`,
    created_at: event.at,
    data: {
      created_at: mail.time,
      email_id: mail.id,
      message_id: messageId(mail),
      from: mail.from,
      to: event.to,
      subject: mail.subject,
      ...details[event.type],
      tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
    },
  }
}

const details: Partial<Record<MailEvent["type"], object>> = {
  bounced: {
    bounce: {
      type: "Permanent",
      subType: "General",
      message: "The recipient's email provider sent a hard bounce message: this address does not exist.",
      diagnosticCode: ["smtp; 550 5.1.1 Unknown User"],
    },
  },
  suppressed: {
    suppressed: {
      type: "OnAccountSuppressionList",
      message:
        "Resend has suppressed sending to this address because it is on the account-level suppression list: it bounced before.",
    },
  },
  failed: { failed: { reason: "The mailbox was told to fail this email." } },
}
