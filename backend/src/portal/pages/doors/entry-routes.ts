import { Problem } from "@casepost/shared/problems"
import type { Hono } from "hono"
import { getCookie } from "hono/cookie"
import type { House } from "../../../context.ts"
import type { Env } from "../../../http/add-deed.ts"
import { networkAddress } from "../../../http/network-address.ts"
import { storable } from "../../../http/storable.ts"
import { enterWithCode } from "../../entry/enter-with-code.ts"
import { exchangeLink, findWorkingLink } from "../../entry/exchange-link.ts"
import { renewLink } from "../../entry/renew-link.ts"
import { findCreditorAtTheDoor } from "../../find-creditor.ts"
import { findPortalSession, portalCookie } from "../../known-customer.ts"
import { isLanguage, words } from "../../words/words.ts"
import { goTo, isFromElsewhere, type PortalRequest, pageLanguage, showPage, startVisit } from "../answers.ts"
import { conversationPath } from "../conversation/conversation-list.ts"
import { type EntryPage, entryPage } from "./entry-page.ts"
import { linkRenewedPage, renewLinkPage, viewMessagePage } from "./link-page.ts"

/** The doors of the portal: the mailed link, its renewal, and the access code. A GET on any of them changes nothing. */
export function entryRoutes(app: Hono<Env>, house: House): void {
  app.get("/portal/m/:link", request => showLink(request, house))
  app.post("/portal/m/:link", request => openLink(request, house))
  app.get("/portal/m/:link/renew", async request => {
    const idDotToken = request.req.param("link")
    const link = await findWorkingLink(house, idDotToken)
    const language = pageLanguage(request, link?.language)
    return showPage(request, renewLinkPage({ language, idDotToken, works: link !== undefined }))
  })
  app.post("/portal/m/:link/renew", request => askNewLink(request, house))
  app.get("/portal", async request => {
    if (await findPortalSession(house, getCookie(request, portalCookie))) return goTo(request, "/portal/conversations")
    return showEntry(request, house)
  })
  app.post("/portal", request => enter(request, house))
}

async function showLink(request: PortalRequest, house: House): Promise<Response> {
  const idDotToken = request.req.param("link") ?? ""
  const link = await findWorkingLink(house, idDotToken)
  const creditor = link && (await findCreditorAtTheDoor(house, link.administrationId))
  const language = pageLanguage(request, link?.language)
  if (!creditor)
    return showPage(request, renewLinkPage({ language: pageLanguage(request), idDotToken, works: false }), 410)
  return showPage(request, viewMessagePage({ language, idDotToken, creditor }))
}

async function openLink(request: PortalRequest, house: House): Promise<Response> {
  const idDotToken = request.req.param("link") ?? ""
  if (isFromElsewhere(request)) return goTo(request, `/portal/m/${idDotToken}`)
  const { lang } = await request.req.parseBody()
  const chosen = typeof lang === "string" ? lang : undefined
  try {
    const { cookie, caseRef } = await exchangeLink(house, {
      idDotToken,
      language: isLanguage(chosen) ? chosen : undefined,
    })
    startVisit(request, { cookie, config: house.config })
    return goTo(request, conversationPath({ caseRef }))
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "link-expired") throw error
    const language = isLanguage(chosen) ? chosen : pageLanguage(request)
    return showPage(request, renewLinkPage({ language, idDotToken, works: false }), 410)
  }
}

async function askNewLink(request: PortalRequest, house: House): Promise<Response> {
  const { lang } = await request.req.parseBody()
  const language = typeof lang === "string" && isLanguage(lang) ? lang : pageLanguage(request)
  try {
    if (!isFromElsewhere(request))
      await renewLink(house, { idDotToken: request.req.param("link") ?? "", networkAddress: networkAddress(request) })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "too-many") throw error
    if (error.retryAfter) request.header("retry-after", String(error.retryAfter))
    return showPage(request, linkRenewedPage({ language, tooMany: true }), 429)
  }
  return showPage(request, linkRenewedPage({ language }))
}

async function showEntry(request: PortalRequest, house: House): Promise<Response> {
  return showPage(request, entryPage({ language: pageLanguage(request), creditor: await findCreditorAtTheDoor(house) }))
}

async function enter(request: PortalRequest, house: House): Promise<Response> {
  if (isFromElsewhere(request)) return goTo(request, "/portal")
  const body = await request.req.parseBody()
  const field = (name: string) => (typeof body[name] === "string" ? storable(body[name]).trim().slice(0, 200) : "")
  const typed: NonNullable<EntryPage["typed"]> = {
    number: field("number"),
    code: field("code"),
    by: field("by") === "postcode" ? "postcode" : "invoice",
    fact: field("fact"),
  }
  const chosen = field("lang")
  const language = isLanguage(chosen) ? chosen : pageLanguage(request)
  try {
    const { cookie } = await enterWithCode(house, { ...typed, networkAddress: networkAddress(request) })
    startVisit(request, { cookie, config: house.config })
    return goTo(request, "/portal/conversations")
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "wrong-code" && error.code !== "too-many")) throw error
    const text = words[language]
    const tooMany = error.code === "too-many"
    if (tooMany && error.retryAfter) request.header("retry-after", String(error.retryAfter))
    const refused = tooMany ? text.entryTooMany : text.entryRefused
    const page = entryPage({ language, creditor: await findCreditorAtTheDoor(house), typed, refused })
    return showPage(request, page, tooMany ? 429 : 422)
  }
}
