import { html } from "hono/html"
import type { FoundInvitation } from "../../access/join/find-invitation.ts"
import { leastPasswordLength } from "../../access/sign-in.ts"
import { field } from "../../http/page/field.ts"
import { brand, type Html } from "../../http/page/page.ts"
import type { Filled } from "./set-up-form.ts"

/** The page behind an invitation: choose a password, or, with a sign-in already, only confirm. */
export function acceptPage(
  invitation: FoundInvitation,
  filled: Filled = { values: {}, wrong: {} },
): Html | Promise<Html> {
  const { values, wrong } = filled
  return html`<body class="card-page">
  ${brand}
  <main class="card">
    <h1>Join ${invitation.organisationName}</h1>
    ${
      invitation.hasPassword
        ? html`<p class="lead">You sign in as <strong>${invitation.email}</strong>, with the password you have already. After this you can choose ${invitation.organisationName} beside your other organisations.</p>
    <form method="post"><button class="button" type="submit">Join ${invitation.organisationName}</button></form>`
        : html`<p class="lead">You will sign in as <strong>${invitation.email}</strong>.</p>
    <form method="post">
      <input type="hidden" name="email" autocomplete="username" value="${invitation.email}">
      ${field({ name: "name", label: "Your name", value: values.name ?? invitation.name, wrong: wrong.name, autocomplete: "name", hint: "Customers see it above your messages." })}
      ${field({ name: "password", label: "Password", type: "password", wrong: wrong.password, autocomplete: "new-password", least: leastPasswordLength, isFirst: true, hint: `At least ${leastPasswordLength} characters. A short sentence is easy to remember.` })}
      <button class="button" type="submit">Join ${invitation.organisationName}</button>
    </form>`
    }
  </main>
</body>`
}
