import { html } from "hono/html"
import { leastPasswordLength } from "../../access/sign-in.ts"
import { choice, field } from "../../http/page/field.ts"
import { brand, type Html } from "../../http/page/page.ts"
import { type Filled, timeZones } from "./set-up-form.ts"

const languageNames: [string, string][] = [
  ["nl", "Dutch"],
  ["en", "English"],
  ["de", "German"],
  ["fr", "French"],
]
const empty: Filled = { values: {}, wrong: {} }

/** The page behind the link that `start` prints while there is no organisation. */
export function setUpPage(filled: Filled = empty): Html | Promise<Html> {
  const { values, wrong } = filled
  const first = Object.keys(wrong)[0] ?? "organisationName"
  const of = (name: string) => ({ name, value: values[name], wrong: wrong[name], isFirst: name === first })
  return html`<body class="card-page">
  ${brand}
  <main class="card wide">
    <h1>Set up Casepost</h1>
    <p class="lead">Your organisation, the first administration, and you as its administrator.</p>
    ${Object.keys(wrong).length > 0 ? html`<p class="notice" role="alert">Nothing was saved yet. Correct the fields marked below.</p>` : ""}
    <form method="post">
      <fieldset>
        <legend>Organisation</legend>
        ${field({ ...of("organisationName"), label: "Name of the organisation", autocomplete: "organization" })}
      </fieldset>
      <fieldset>
        <legend>First administration</legend>
        ${field({ ...of("administrationName"), label: "Name", hint: "As your colleagues call it, such as VDM Bouwmaterialen NL." })}
        ${field({ ...of("senderName"), label: "Sender name", hint: "As customers know it. A message shows: Sanne de Wit via this name." })}
        <div class="pair">
          ${field({ ...of("senderAddress"), label: "Sender address", type: "email", hint: "Mails come from here." })}
          ${field({ ...of("replyAddress"), label: "Reply address", type: "email", hint: "Answers by e-mail go here." })}
          ${choice({ name: "timeZone", label: "Time zone", value: values.timeZone ?? "Europe/Amsterdam", options: timeZones.map(zone => [zone, zone.replaceAll("_", " ")]) })}
          ${choice({ name: "defaultLanguage", label: "Language of your customers", value: values.defaultLanguage ?? "nl", options: languageNames })}
        </div>
      </fieldset>
      <fieldset>
        <legend>You</legend>
        <div class="pair">
          ${field({ ...of("name"), label: "Name", autocomplete: "name" })}
          ${field({ ...of("email"), label: "Email address", type: "email", autocomplete: "username" })}
        </div>
        ${field({ name: "password", label: "Password", wrong: wrong.password, type: "password", autocomplete: "new-password", least: leastPasswordLength, hint: `At least ${leastPasswordLength} characters. A short sentence is easy to remember.` })}
      </fieldset>
      <button class="button" type="submit">Set up Casepost</button>
    </form>
  </main>
</body>`
}
