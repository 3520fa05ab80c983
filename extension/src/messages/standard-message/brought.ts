import type { Attachment } from "@casepost/shared/attachments"
import type { DraftContent } from "@casepost/shared/drafts"
import type { ChosenStandardMessage } from "@casepost/shared/standard-messages"
import { tokenOf } from "../../relations/recipients/people"

/** A message that is being written, with its files. */
export type Written = { content: DraftContent; files: readonly Attachment[] }

/** What a standard message put into a message: taken out again where nobody touched it. */
export type Brought = {
  standardMessageId: string
  description: string
  /** Left out: the subject was not its own. `before`: what stood there. */
  subject?: { before: string; after: string }
  /** Empty: it put in no text. */
  bodyHtml: string
  /** Tokens of the recipients that were not there before. */
  cc: readonly string[]
  bcc: readonly string[]
  fileIds: readonly string[]
  /** It asks for the PDF of the invoice, and there is none. */
  isPdfMissing: boolean
}

/** What a chosen standard message brought into a draft that was written elsewhere: all of it that still stands there. */
export function broughtAsItStands(content: DraftContent, chosen: ChosenStandardMessage): Brought {
  const standing = (role: "cc" | "bcc") => {
    const now = content[role].map(tokenOf)
    return chosen[role].map(tokenOf).filter(token => now.includes(token))
  }
  const fileIds = filesOf(chosen).map(file => file.id)
  return {
    standardMessageId: chosen.id,
    description: chosen.description,
    ...(chosen.subject === null ? {} : { subject: { before: "", after: chosen.subject } }),
    bodyHtml: chosen.bodyHtml,
    cc: standing("cc"),
    bcc: standing("bcc"),
    fileIds: fileIds.filter(id => content.attachmentIds.includes(id)),
    isPdfMissing: chosen.invoicePdfMissing,
  }
}

/** The message without what the standard message brought, as far as nobody touched it. */
export function takeOut({ content, files }: Written, brought: Brought): Written {
  const { subject, bodyHtml } = brought
  const left = files.filter(file => !brought.fileIds.includes(file.id))
  return {
    content: {
      ...content,
      subject: subject && content.subject === subject.after ? subject.before : content.subject,
      bodyHtml: withoutText(content.bodyHtml, bodyHtml),
      cc: content.cc.filter(one => !brought.cc.includes(tokenOf(one))),
      bcc: content.bcc.filter(one => !brought.bcc.includes(tokenOf(one))),
      attachmentIds: content.attachmentIds.filter(id => !brought.fileIds.includes(id)),
      standardMessageId: null,
    },
    files: left,
  }
}

/** The files that go along with a chosen standard message. */
export function filesOf({ attachments, invoicePdf }: ChosenStandardMessage): Attachment[] {
  return invoicePdf ? [...attachments, invoicePdf] : attachments
}

/** What was written under it stays. */
function withoutText(html: string, brought: string): string {
  return brought !== "" && html.startsWith(brought) ? html.slice(brought.length) : html
}
