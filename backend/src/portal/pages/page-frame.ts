import type { Language } from "@casepost/shared/organisations"
import { html } from "hono/html"
import { brandOf } from "../../delivery/email/brand.ts"
import { words } from "../words/words.ts"
import { assets } from "./look/assets.ts"
import { icon } from "./look/icons.ts"

export type Html = ReturnType<typeof html>

export type Frame = {
  language: Language
  title: string
  /** None on pages that may not tell whose portal this is. */
  creditor?: { name: string; brandColour: string } | undefined
  /** Where the creditor's name leads; nowhere on the pages before a session. */
  home?: string
  /** Where the arrow before it leads, and what stands under the name; on a phone only. */
  back?: { href: string; where: string }
  menus: Html
  /** Names for the style sheet: which page this is. */
  kind: string
  main: Html
}

/** The page around everything in the portal: head, creditor, menus. No style and no script stands in it. */
export function pageFrame({ language, title, creditor, home, back, menus, kind, main }: Frame): Html {
  const brand = creditor?.brandColour.replace("#", "").toLowerCase() ?? "2b4bd0"
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="preload" href="${assets.latin.path}" as="font" type="font/woff2" crossorigin>
    <link rel="stylesheet" href="/portal/brand/${brand}.css">
    <link rel="stylesheet" href="${assets.style.path}">
    <script src="${assets.script.path}" defer></script>
  </head>
  <body class="${kind}">
    <header class="top">
      ${back ? html`<a class="back" href="${back.href}" aria-label="${words[language].allConversations}">${icon("back")}</a>` : ""}
      ${creditorMark({ creditor, home, where: back?.where, language })}
      <div class="menus">${menus}</div>
    </header>
    ${main}
  </body>
</html>`
}

function creditorMark(mark: {
  creditor: Frame["creditor"]
  home: string | undefined
  where: string | undefined
  language: Language
}): Html {
  const { creditor, home, where, language } = mark
  const name = creditor?.name ?? words[language].portal
  const inside = html`<span class="logo" aria-hidden="true">${creditor ? brandOf(creditor.name, creditor.brandColour).initials : icon("mail")}</span><span class="names"><span class="name">${name}</span>${where ? html`<span class="where">${where}</span>` : ""}</span>`
  return home ? html`<a class="creditor" href="${home}">${inside}</a>` : html`<div class="creditor">${inside}</div>`
}
