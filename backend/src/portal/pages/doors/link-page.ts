import type { Language } from "@casepost/shared/organisations"
import { html } from "hono/html"
import type { Creditor } from "../../find-creditor.ts"
import { words } from "../../words/words.ts"
import { type IconName, icon } from "../look/icons.ts"
import { languageLinks } from "../menus.ts"
import { type Html, pageFrame } from "../page-frame.ts"

type Link = { language: Language; idDotToken: string }

/** What a mailed link shows first: whose it is, and a button. With a script the button presses itself once somebody looks. */
export function viewMessagePage({ language, idDotToken, creditor }: Link & { creditor: Creditor }): Html {
  const text = words[language]
  return pageFrame({
    language,
    title: `${text.linkTitle} - ${creditor.name}`,
    creditor,
    menus: languageLinks(language),
    kind: "door link",
    main: html`<main>
      <div class="middle">
        <span class="tile">${icon("mail")}</span>
        <h1>${text.linkTitle}</h1>
        <p class="lead">${text.linkFrom(creditor.name)}</p>
        <form method="post" action="/portal/m/${idDotToken}" data-opens-by-itself>
          <input type="hidden" name="lang" value="${language}">
          <button class="button primary wide-button">${text.viewMessage}</button>
        </form>
        <p class="small-print"><span class="with-script">${text.opensByItself}</span> ${text.staySignedIn}</p>
      </div>
      <div class="foot">
        <p class="aside">${icon("link")}<span>${text.linkIsPersonal} <a href="/portal/m/${idDotToken}/renew?lang=${language}">${text.getNewLink}</a></span></p>
        <p class="small-print">${text.sentBy(creditor.legalName)}</p>
      </div>
    </main>`,
  })
}

/** A link that opens nothing, the same whether it ever did; or the offer of a new one while it still does. */
export function renewLinkPage({ language, idDotToken, works }: Link & { works: boolean }): Html {
  const text = words[language]
  return doorPage({
    language,
    icon: "link",
    title: works ? text.renewTitle : text.expiredTitle,
    lead: works ? text.renewText : text.expiredText,
    more: html`<form method="post" action="/portal/m/${idDotToken}/renew">
        <input type="hidden" name="lang" value="${language}">
        <button class="button primary wide-button">${text.sendNewLink}</button>
      </form>
      ${enterWithCode(language)}`,
  })
}

/** After asking for a new link: says nothing about whether there was one to renew. */
export function linkRenewedPage({ language, tooMany = false }: { language: Language; tooMany?: boolean }): Html {
  const text = words[language]
  return doorPage({
    language,
    icon: tooMany ? "clock" : "mail",
    title: text.renewedTitle,
    lead: tooMany ? text.renewTooMany : text.renewedText,
    more: html`<p class="small-print">${text.renewedHint}</p>${enterWithCode(language)}`,
  })
}

/** A page with one thing to say. It names no creditor, for it is shown to anybody. */
export function doorPage(page: { language: Language; icon: IconName; title: string; lead: string; more: Html }): Html {
  return pageFrame({
    language: page.language,
    title: page.title,
    menus: languageLinks(page.language),
    kind: "door",
    main: html`<main><div class="middle">
      <span class="tile">${icon(page.icon)}</span>
      <h1>${page.title}</h1>
      <p class="lead">${page.lead}</p>
      ${page.more}
    </div></main>`,
  })
}

export function enterWithCode(language: Language): Html {
  return html`<p class="small-print"><a href="/portal?lang=${language}">${words[language].withCode}</a></p>`
}
