import { html, raw } from "hono/html"
import { type Brand, readableOn } from "./brand.ts"

/** A piece of HTML in which everything that is not ours was escaped. */
export type Markup = ReturnType<typeof html>

export type EmailFrame = {
  language: string
  subject: string
  /** What a list of mails shows behind the subject. */
  preview: string
  brand: Brand
  /** Under the name: what kind of mail this is. */
  band?: { text: string; tone: "copy" | "note" }
  content: Markup
  footer: string[]
}

const font = "font-family:Inter,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
/** Keeps a list of mails from filling the preview up with the text that follows it. */
const filler = "&#847;&zwnj;&nbsp;".repeat(30)

/**
 * The whole document. Tables and inline styles for Outlook on Windows, classes for the dark scheme (colours of tokens.css). No picture is
 * fetched from anywhere: the mark is text.
 */
export function emailFrame(frame: EmailFrame): string {
  const { brand, band } = frame
  const mark = readableOn(brand.colour)
  const edge = mark.needsBorder ? "border:1px solid #868d9c;" : ""
  const bandColours = band?.tone === "note" ? "background-color:#fcf0cc;color:#745106" : "background-color:#f4f5f7"
  return html`<!DOCTYPE html>
<html lang="${frame.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${frame.subject}</title>
<style>${raw(styles)}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f7f7f9;${raw(font)}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${frame.preview}${raw(filler)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f7f7f9"><tr><td align="center" style="padding:24px 12px">
${raw('<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->')}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;table-layout:fixed;background-color:#ffffff;border:1px solid #e6e8ed;border-radius:12px;border-collapse:separate">
<tr><td class="line pad" style="padding:20px 32px;border-bottom:1px solid #e6e8ed">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td width="36" valign="top"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="36" height="36" align="center" valign="middle" bgcolor="${brand.colour}" style="width:36px;height:36px;background-color:${brand.colour};${raw(edge)}border-radius:8px;color:${mark.text};${raw(font)};font-size:14px;font-weight:620;line-height:36px">${brand.initials}</td></tr></table></td>
<td class="text" style="padding-left:14px;${raw(font)};font-size:17px;line-height:24px;font-weight:620;color:#16181f;${raw(wrap)}">${brand.name}</td>
</tr></table>
</td></tr>
${band ? html`<tr><td class="band-${band.tone} line pad" style="padding:16px 32px;border-bottom:1px solid #e6e8ed;${raw(bandColours)};${raw(font)};font-size:15px;line-height:24px;font-weight:620;${raw(wrap)}">${raw(bandIcons[band.tone])}&nbsp; ${band.text}</td></tr>` : ""}
<tr><td class="text pad" style="padding:28px 32px;${raw(font)};font-size:15px;line-height:24px;color:#16181f;${raw(wrap)}">${frame.content}</td></tr>
</table>
${raw("<!--[if mso]></td></tr></table><![endif]-->")}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px"><tr><td class="quiet" align="center" style="padding:16px 24px;${raw(font)};font-size:12px;line-height:18px;color:#626978;${raw(wrap)}">${frame.footer.map((line, index) => html`${index > 0 ? raw("<br>") : ""}${line}`)}</td></tr></table>
</td></tr></table>
</body>
</html>`.toString()
}

/** The button: a table cell in the brand's colour, which Outlook draws too. */
export function emailButton(button: { label: string; href: string; brand: Brand }): Markup {
  const { text, needsBorder } = readableOn(button.brand.colour)
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 0"><tr><td align="center" bgcolor="${button.brand.colour}" style="background-color:${button.brand.colour};border-radius:8px;${needsBorder ? "border:1px solid #868d9c;" : ""}mso-padding-alt:12px 22px"><a href="${button.href}" target="_blank" style="display:inline-block;padding:12px 22px;${raw(font)};font-size:15px;line-height:20px;font-weight:620;color:${text};text-decoration:none;border-radius:8px">${button.label}</a></td></tr></table>`
}

/** The names and sizes of what is attached. */
export function emailFiles(files: { name: string; size: string }[]): Markup | string {
  if (files.length === 0) return ""
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 0;table-layout:fixed"><tr><td class="line" style="padding:16px 0 0;border-top:1px solid #e6e8ed;${raw(font)};font-size:14px;line-height:24px;${raw(wrap)}">${files.map(file => html`<div>${raw(clip)} <span class="text" style="font-weight:530;color:#16181f">${file.name}</span> <span class="quiet" style="color:#626978">${file.size}</span></div>`)}</td></tr></table>`
}

/** Drawn where a mail program draws them; one that does not leaves them out without a gap or a box (no picture is fetched). */
const icon = (paths: string) =>
  `<svg class="quiet" width="16" height="16" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" style="vertical-align:-2px;color:#626978">${paths}</svg>`
const clip = icon(
  '<path d="m21.4 11.1-9.2 9.2a6 6 0 0 1-8.5-8.5l9.2-9.2a4 4 0 0 1 5.7 5.7l-9.2 9.2a2 2 0 0 1-2.8-2.8l8.5-8.5"/>',
)
const bandIcons = {
  copy: icon(
    '<rect x="8" y="8" width="13" height="13" rx="2"/><path d="M4 16a2 2 0 0 1-1-2V5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 1"/>',
  ),
  note: icon('<rect x="4" y="11" width="16" height="10" rx="2"/><path d="M8 11V7a4 4 0 0 1 8 0v4"/>'),
}
const wrap = "word-break:break-word;overflow-wrap:anywhere"
const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.text p{margin:0 0 14px}.text ul,.text ol{margin:0 0 14px;padding-left:24px}
.text blockquote{margin:0 0 14px;padding-left:14px;border-left:3px solid #d5d9e1}
a{color:#2644c4}
@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}}
@media (prefers-color-scheme:dark){
.page{background-color:#0f1115!important}.card{background-color:#15171c!important;border-color:#262a32!important}
.line{border-color:#262a32!important}.text{color:#f0f1f4!important}.soft{color:#bcc1cc!important}.quiet{color:#979ead!important}
.band-copy{background-color:#1b1e24!important;color:#f0f1f4!important}.band-note{background-color:#33290f!important;color:#e9c66b!important}
.text p a,.text li a{color:#9dafff!important}
}`
