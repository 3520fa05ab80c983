import { html } from "hono/html"
import { brand, type Html } from "./page.ts"

/** A page that says one thing, and where to go from there. */
export function toldPage(told: {
  title: string
  text: string
  button?: { label: string; href: string }
  foot?: string
}): Html | Promise<Html> {
  return html`<body class="card-page">
  ${brand}
  <main class="card">
    <h1>${told.title}</h1>
    <p class="lead">${told.text}</p>
    ${told.button ? html`<a class="button" href="${told.button.href}">${told.button.label}</a>` : ""}
    ${told.foot ? html`<p class="foot">${told.foot}</p>` : ""}
  </main>
</body>`
}
