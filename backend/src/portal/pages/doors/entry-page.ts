import type { Language } from "@casepost/shared/organisations"
import { html } from "hono/html"
import type { Creditor } from "../../find-creditor.ts"
import { words } from "../../words/words.ts"
import { icon } from "../look/icons.ts"
import { languageLinks } from "../menus.ts"
import { type Html, pageFrame } from "../page-frame.ts"

export type EntryPage = {
  language: Language
  /** Named where this house serves only one; else nobody. */
  creditor: Creditor | undefined
  typed?: { number: string; code: string; by: "invoice" | "postcode"; fact: string }
  refused?: string
}

/** The door for customers without a link: number, access code and a second fact. */
export function entryPage({ language, creditor, typed, refused }: EntryPage): Html {
  const text = words[language]
  const byPostcode = typed?.by === "postcode"
  return pageFrame({
    language,
    title: creditor ? `${text.entryTitle} - ${creditor.name}` : text.entryTitle,
    creditor,
    menus: languageLinks(language),
    kind: "door entry",
    main: html`<main>
      <form class="enter" method="post" action="/portal">
        <input type="hidden" name="lang" value="${language}">
        <h1>${text.entryTitle}</h1>
        <p class="lead">${text.entryText}</p>
        ${refused ? html`<p class="notice bad" role="alert" id="refused">${icon("alert")}<span>${refused}</span></p>` : ""}
        <div class="field">
          <label for="number">${text.customerNumber}</label>
          <input id="number" name="number" required maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed?.number ?? ""}">
        </div>
        <div class="field">
          <label for="code">${text.accessCode}</label>
          <input id="code" name="code" class="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint" value="${typed?.code ?? ""}">
          <p class="hint" id="code-hint">${text.codeHint}</p>
        </div>
        <fieldset class="field">
          <legend>${text.secondFact}</legend>
          <div class="either">
            <label><input type="radio" name="by" value="invoice" ${byPostcode ? "" : html`checked`}><span>${text.byInvoice}</span></label>
            <label><input type="radio" name="by" value="postcode" ${byPostcode ? html`checked` : ""}><span>${text.byPostcode}</span></label>
          </div>
          <input name="fact" required maxlength="64" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-label="${text.factLabel}" aria-describedby="fact-hint" value="${typed?.fact ?? ""}">
          <p class="hint" id="fact-hint"><span class="of-invoice">${text.invoiceHint}</span><span class="of-postcode">${text.postcodeHint}</span></p>
        </fieldset>
        <button class="button primary wide-button">${text.openPortal}</button>
        <p class="wait">${icon("shield")}${text.waitNote}</p>
      </form>
      <p class="foot small-print">${text.noCode}</p>
    </main>`,
  })
}
