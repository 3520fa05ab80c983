import { headerText } from "../email/from-header.ts"
import { fileMark, type WireMail } from "./marks.ts"
import type { QueuedMail } from "./read-material.ts"

/** A test of a bulk message, as it was rendered when somebody asked for it. It belongs to no case and no thread. */
export function composeTest(mail: QueuedMail, test: NonNullable<NonNullable<QueuedMail["content"]>["test"]>): WireMail {
  const domain = mail.address.slice(mail.address.lastIndexOf("@") + 1)
  return {
    from: test.from,
    to: [mail.address],
    reply_to: test.replyTo,
    subject: headerText(mail.content?.subject ?? "") || "-",
    html: test.html,
    text: test.text,
    headers: { "Message-ID": `<${mail.id}@${domain}>`, "Auto-Submitted": "auto-generated" },
    tags: [
      { name: "mail_id", value: mail.id },
      { name: "kind", value: "test" },
    ],
    ...(test.files.length > 0
      ? {
          attachments: test.files.map(file => ({
            filename: headerText(file.name),
            content: fileMark(file),
            content_type: file.contentType,
          })),
        }
      : {}),
  }
}
