import { html } from "hono/html"
import { field } from "../../http/page/field.ts"
import { brand, type Html } from "../../http/page/page.ts"
import { leastPasswordLength } from "../sign-in.ts"

/** Where a mailed link leads: choose a new password. */
export function resetPage(of: { token: string; wrong?: string }): Html | Promise<Html> {
  return html`<body class="card-page">
  ${brand}
  <main class="card">
    <h1>Choose a new password</h1>
    <p class="lead">Wherever you are signed in now, you will be signed out.</p>
    <form method="post" action="/reset">
      <input type="hidden" name="token" value="${of.token}">
      ${field({ name: "password", label: "New password", type: "password", wrong: of.wrong, autocomplete: "new-password", least: leastPasswordLength, isFirst: true, hint: `At least ${leastPasswordLength} characters. A short sentence is easy to remember.` })}
      <button class="button" type="submit">Save password</button>
    </form>
  </main>
</body>`
}

/** Without a link: ask for one. */
export function askPage(of: { email?: string; wrong?: string }): Html | Promise<Html> {
  return html`<body class="card-page">
  ${brand}
  <main class="card">
    <h1>Forgot your password?</h1>
    <p class="lead">We send you a link to choose a new one.</p>
    <form method="post" action="/reset">
      ${field({ name: "email", label: "Email address", type: "email", value: of.email, wrong: of.wrong, autocomplete: "username", isFirst: true })}
      <button class="button" type="submit">Send the link</button>
    </form>
  </main>
</body>`
}
