import { html } from "hono/html"
import { brandOf } from "./brand.ts"
import { emailFiles, emailFrame } from "./email-frame.ts"
import { emailWords } from "./email-words.ts"
import {
  filesText,
  type MessageEmail,
  messageText,
  preview,
  type Rendered,
  sizedFiles,
  textPart,
} from "./render-email.ts"

/** A copy for a CC or BCC recipient: headed as one, with the attachments, without any portal link. */
export function renderCopy(email: MessageEmail & { to: string[]; about: string }): Rendered {
  const words = emailWords(email.language)
  const head = words.copyHead(email.authorName, email.to.join(", "), email.about)
  const subject = words.copySubject(email.subject)
  const files = sizedFiles(email)
  const footer = [words.sentBy(email.legalName, email.authorName), words.copyWhy(email.authorName)]
  return {
    subject,
    html: emailFrame({
      language: email.language,
      subject,
      preview: preview(email.bodyText),
      brand: brandOf(email.senderName, email.brandColour),
      band: { text: head, tone: "copy" },
      content: html`${messageText(email)}${emailFiles(files)}`,
      footer,
    }),
    text: textPart([
      head,
      email.bodyText,
      email.signatureText,
      filesText(words.attachments, files),
      `-- \n${footer.join("\n")}`,
    ]),
  }
}
