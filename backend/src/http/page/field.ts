import { html } from "hono/html"
import type { Html } from "./page.ts"

type Asked = {
  name: string
  label: string
  type?: "text" | "email" | "password"
  value?: string | undefined
  /** What is wrong with what was typed, shown under the field and read out with it. */
  wrong?: string | undefined
  hint?: string
  autocomplete?: string
  least?: number
  isFirst?: boolean
}

/** A labelled input of a page's form. */
export function field(asked: Asked): Html | Promise<Html> {
  const { name, type = "text" } = asked
  const described = asked.wrong ? `${name}-wrong` : asked.hint ? `${name}-hint` : undefined
  return html`<div class="field">
  <label for="${name}">${asked.label}</label>
  <input id="${name}" name="${name}" type="${type}" required value="${asked.value ?? ""}" autocomplete="${asked.autocomplete ?? "off"}"
    maxlength="254"${attribute("minlength", asked.least)}${attribute("aria-describedby", described)}${attribute("aria-invalid", asked.wrong && "true")}${asked.isFirst ? html` autofocus` : ""}>
  ${asked.wrong ? html`<p class="wrong" id="${name}-wrong">${asked.wrong}</p>` : asked.hint ? html`<p class="hint" id="${name}-hint">${asked.hint}</p>` : ""}
</div>`
}

/** A labelled choice of a page's form. */
export function choice(asked: {
  name: string
  label: string
  value: string
  options: [string, string][]
}): Html | Promise<Html> {
  return html`<div class="field">
  <label for="${asked.name}">${asked.label}</label>
  <select id="${asked.name}" name="${asked.name}">${asked.options.map(
    ([value, label]) => html`<option value="${value}"${value === asked.value ? html` selected` : ""}>${label}</option>`,
  )}</select>
</div>`
}

function attribute(name: string, value: string | number | undefined | false): Html | Promise<Html> | string {
  return value ? html` ${name}="${value}"` : ""
}
