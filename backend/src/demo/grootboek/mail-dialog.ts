import { html } from "hono/html"

/** The tool's own window for mailing: it sends nothing. */
export function mailDialog({ to, subject }: { to: string; subject: string }) {
  return html`<dialog id="mail" aria-labelledby="mail-title"><form method="dialog">
<h2 id="mail-title">Send by e-mail</h2>
<label>To <input type="email" name="to" multiple value="${to}"></label>
<label>Cc <input type="email" name="cc" multiple></label>
<label>Subject <input name="subject" value="${subject}"></label>
<label>Text <textarea name="text" rows="6"></textarea></label>
<p><button value="send">Send</button> <button value="cancel" formnovalidate>Cancel</button></p>
</form></dialog>`
}
