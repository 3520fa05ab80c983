import { html } from "hono/html"
import { brandOf } from "./brand.ts"
import { emailButton, emailFrame } from "./email-frame.ts"
import { emailWords } from "./email-words.ts"
import { preview, type Rendered, textPart } from "./render-email.ts"

/** What Casepost itself has to say to a user: all of it is text. */
export type NoticeEmail = {
  language?: string
  subject: string
  paragraphs: string[]
  button?: { label: string; href: string }
}

/** An invitation, a reset, a notice: Casepost's own look, one button at most. */
export function renderNotice(notice: NoticeEmail): Rendered {
  const language = notice.language ?? "en"
  const words = emailWords(language)
  const brand = brandOf("Casepost", "#2B4BD0")
  const { subject, paragraphs, button } = notice
  return {
    subject,
    html: emailFrame({
      language,
      subject,
      preview: preview(paragraphs.join(" ")),
      brand,
      content: html`${paragraphs.map(paragraph => html`<p>${paragraph}</p>`)}${button ? emailButton({ ...button, brand }) : ""}`,
      footer: [words.noticeWhy],
    }),
    text: textPart([...paragraphs, button ? `${button.label}:\n${button.href}` : "", `-- \n${words.noticeWhy}`]),
  }
}
