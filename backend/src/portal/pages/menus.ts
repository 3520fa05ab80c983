import { type Language, languages } from "@casepost/shared/organisations"
import { html } from "hono/html"
import { initialsOf } from "../words/initials.ts"
import { words } from "../words/words.ts"
import { icon } from "./look/icons.ts"
import type { Html } from "./page-frame.ts"

/** The language menu of the pages before a session: links to the same page. */
export function languageLinks(language: Language): Html {
  return html`<details class="menu">
    ${languageSummary(language)}
    <ul class="choices">${languages.map(
      choice =>
        html`<li><a href="?lang=${choice}" lang="${choice}" ${choice === language ? html`aria-current="true"` : ""}>${words[choice].languageName}${choice === language ? icon("check") : ""}</a></li>`,
    )}</ul>
  </details>`
}

/** The menus within a session: language, and who this is. Both are forms, so that a link somewhere else can do neither. */
export function sessionMenus(session: {
  language: Language
  /** The person, else the customer. */
  name: string
  csrfToken: string
  /** The page to come back to. */
  path: string
}): Html {
  const { language, name, csrfToken, path } = session
  const choices = () =>
    html`<form method="post" action="/portal/language">
      <input type="hidden" name="csrf" value="${csrfToken}"><input type="hidden" name="back" value="${path}">
      <ul class="choices">${languages.map(
        choice =>
          html`<li><button name="lang" value="${choice}" lang="${choice}" ${choice === language ? html`aria-current="true"` : ""}>${words[choice].languageName}${choice === language ? icon("check") : ""}</button></li>`,
      )}</ul>
    </form>`
  return html`<details class="menu languages">${languageSummary(language)}${choices()}</details>
  <details class="menu person">
    <summary aria-label="${words[language].yourMenu}: ${name}"><span class="avatar" aria-hidden="true">${initialsOf(name)}</span><span class="person-name" aria-hidden="true">${name}</span></summary>
    <div class="choices-of-person">
      <p>${name}</p>
      <div class="person-languages">${choices()}</div>
      <form method="post" action="/portal/leave">
        <input type="hidden" name="csrf" value="${csrfToken}">
        <ul class="choices"><li><button>${icon("leave")}${words[language].leave}</button></li></ul>
      </form>
    </div>
  </details>`
}

function languageSummary(language: Language): Html {
  return html`<summary aria-label="${words[language].changeLanguage}: ${words[language].languageName}"><span class="language-name" aria-hidden="true">${words[language].languageName}</span><span class="language-code" aria-hidden="true">${language.toUpperCase()}</span>${icon("down")}</summary>`
}
