import { html } from "hono/html"
import type { Html } from "./frame.ts"

/** Tabs: all stand in the page, and its script shows one. */
export function tabs(all: readonly (readonly [name: string, content: Html | Promise<Html>])[]) {
  return html`<div class="tabs">
<div role="tablist">${all.map(
    ([name], place) =>
      html`<button type="button" role="tab" id="tab-${place}" aria-controls="panel-${place}" aria-selected="${place === 0 ? "true" : "false"}" tabindex="${place === 0 ? 0 : -1}">${name}</button>`,
  )}</div>
${all.map(
  ([, content], place) =>
    html`<div role="tabpanel" id="panel-${place}" aria-labelledby="tab-${place}" ${place === 0 ? "" : "hidden"}>${content}</div>`,
)}
</div>`
}
