import { html, raw } from "hono/html"
import { brandOf } from "./brand.ts"
import { emailFiles, emailFrame } from "./email-frame.ts"
import { emailWords } from "./email-words.ts"
import { filesText, preview, type Rendered, sizedFiles, textPart } from "./render-email.ts"

/** A note on its way to a colleague or relation; `bodyHtml` was cleaned. */
export type NoteEmail = {
  language: string
  authorName: string
  /** Who sent an existing note on. */
  forwardedBy: string | null
  /** A reminder of the note instead of the note itself. */
  reminder: boolean
  about: string
  customerName: string
  /** Who gets an answer to this mail. */
  answersGoTo: string
  bodyHtml: string
  bodyText: string
  senderName: string
  brandColour: string
  attachments: { name: string; size: number }[]
  /** For a colleague: where the case opens in Casepost. */
  openUrl: string | null
}

/** An internal note by mail: marked as one, without any portal link. */
export function renderNote(note: NoteEmail): Rendered {
  const words = emailWords(note.language)
  const about = note.about === note.customerName ? note.about : `${note.about} (${note.customerName})`
  const subject = note.reminder ? words.reminderSubject(about) : words.noteSubject(about)
  const head = note.reminder ? words.reminderHead(about) : words.noteHead(note.authorName, about)
  const forwarded = note.forwardedBy ? words.noteForwarded(note.forwardedBy) : ""
  const why = words.noteWhy(note.answersGoTo)
  const files = sizedFiles(note)
  const open = note.openUrl
    ? html`<p style="margin:20px 0 0"><a href="${note.openUrl}" style="color:#2644c4">${words.openInCasepost}</a></p>`
    : ""
  return {
    subject,
    html: emailFrame({
      language: note.language,
      subject,
      preview: preview(note.bodyText),
      brand: brandOf(note.senderName, note.brandColour),
      band: { text: head, tone: "note" },
      content: html`${forwarded ? html`<p class="soft" style="color:#464c5b">${forwarded}</p>` : ""}${raw(note.bodyHtml)}${emailFiles(files)}${open}`,
      footer: [why],
    }),
    text: textPart([
      head,
      forwarded,
      note.bodyText,
      filesText(words.attachments, files),
      note.openUrl ? `${words.openInCasepost}: ${note.openUrl}` : "",
      `-- \n${why}`,
    ]),
  }
}
