import type { Attachment } from "@casepost/shared/attachments"
import type { BulkContent } from "@casepost/shared/bulk-messages"
import type { DefaultRecipient, StandardMessage } from "@casepost/shared/standard-messages"
import { nameKeyOf, tokenOf } from "../../relations/recipients/people"
import { textOf } from "../../ui/text/clean-html"
import { textIn } from "./texts"

export type Chosen = { content: Partial<BulkContent>; attachments: readonly Attachment[]; leftOut: string[] }

/** What choosing a standard message makes of what stands here: its texts in all languages, its copies and files beside those there are. */
export function chosenContent(
  content: BulkContent,
  standard: StandardMessage,
  attachments: readonly Attachment[],
): Chosen {
  const subject = content.texts.find(text => text.subject !== "")?.subject ?? ""
  const files = [...attachments, ...standard.attachments.filter(one => !attachments.some(other => other.id === one.id))]
  const copies = [...standard.cc, ...standard.bcc]
  const taken = new Set([...content.cc, ...content.bcc].map(tokenOf))
  const add = (row: BulkContent["cc"], defaults: readonly DefaultRecipient[]) => [
    ...row,
    ...defaults
      .filter(one => one.available)
      .map(one => one.recipient)
      .filter(recipient => !taken.has(tokenOf(recipient)) && taken.add(tokenOf(recipient))),
  ]
  return {
    content: {
      standardMessageId: standard.id,
      texts: standard.texts.map(text => ({
        language: text.language,
        subject: text.subject ?? (textIn(content, text.language).subject || subject),
        bodyHtml: text.bodyHtml,
      })),
      cc: add(content.cc, standard.cc),
      bcc: add(content.bcc, standard.bcc),
      names: { ...content.names, ...Object.fromEntries(copies.map(one => [nameKeyOf(one.recipient), one.name])) },
      attachmentIds: files.map(file => file.id),
      attachInvoicePdf: content.attachInvoicePdf || standard.attachInvoicePdf,
    },
    attachments: files,
    leftOut: copies.filter(one => !one.available).map(one => one.name),
  }
}

/** Whether something stands here that nobody put in by choosing: `putIn` are the texts of the last choice. */
export function isTyped(content: BulkContent, putIn: string | undefined): boolean {
  if (JSON.stringify(content.texts) === putIn) return false
  return content.texts.some(text => text.subject.trim() !== "" || textOf(text.bodyHtml) !== "")
}
