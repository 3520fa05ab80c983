import { html } from "hono/html"

/** How the fields for addresses are built: a text field beside its tokens, a plain field for e-mail addresses, or text that is edited in place. */
export type FieldKind = "tokens" | "plain" | "editable"

/** The window for a new message. It can do all but send. */
export function composeWindow(kind: FieldKind) {
  return html`<section class="compose" role="dialog" aria-label="New message" hidden>
<h2>New message <span><span aria-hidden="true">–</span><span aria-hidden="true">□</span><button type="button" data-close aria-label="Close">×</button></span></h2>
<form novalidate>
${(["To", "Cc", "Bcc"] as const).map(name => html`<div class="row"><label id="label-${name}" for="field-${name}">${name}</label>${field(kind, name)}</div>`)}
<div class="row"><label for="subject">Subject</label><input id="subject" name="subject" autocomplete="off"></div>
<textarea name="text" aria-label="Message body"></textarea>
<p class="foot"><button class="send">Send</button><span>Attach</span><span>Format</span><button type="button" data-close>Discard</button></p>
</form></section>`
}

function field(kind: FieldKind, name: "To" | "Cc" | "Bcc") {
  const id = `field-${name}`
  if (kind === "plain")
    return html`<input id="${id}" type="email" multiple name="${name.toLowerCase()}" autocomplete="off">`
  if (kind === "editable")
    return html`<div class="editable" id="${id}" contenteditable="true" role="textbox" aria-labelledby="label-${name}" data-field="${name.toLowerCase()}"></div>`
  return html`<div class="tokens" data-field="${name.toLowerCase()}"><input id="${id}" type="text" autocomplete="off" spellcheck="false"></div>`
}
