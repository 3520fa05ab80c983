import type { Hono } from "hono"
import type { Context, House } from "../../context.ts"
import { type Env, fileResponse } from "../../http/add-deed.ts"
import { requireCsrfToken, requireCustomer } from "../known-customer.ts"
import { openMessage } from "../open-message.ts"
import { readPortalAttachment } from "../read-portal-attachment.ts"
import { chooseLanguage } from "../session/choose-language.ts"
import { leavePortal } from "../session/leave-portal.ts"
import { isLanguage } from "../words/words.ts"
import { endVisit, goTo, isReadersClick, type PortalRequest, pageLanguage, showPage } from "./answers.ts"
import { leftPage, withSession } from "./doors/notice-pages.ts"

/** What else one does within a session: download, change language, leave. */
export function sessionRoutes(app: Hono<Env>, house: House): void {
  app.get("/portal/attachments/:id", withSession(house, download))
  app.post("/portal/language", withSession(house, switchLanguage))
  app.post("/portal/leave", withSession(house, leave))
}

async function download(request: PortalRequest, context: Context): Promise<Response> {
  const { messageId, ...file } = await readPortalAttachment(context, request.req.param("id") ?? "")
  if (messageId && isReadersClick(request)) await openMessage(context, messageId)
  return fileResponse(file)
}

async function switchLanguage(request: PortalRequest, context: Context): Promise<Response> {
  const { csrf, lang, back } = await request.req.parseBody()
  requireCsrfToken(context, String(csrf))
  if (typeof lang === "string" && isLanguage(lang)) await chooseLanguage(context, lang)
  const isOurs = /^\/portal\/conversations(\/(customer|matter|invoice)\/[A-Za-z0-9_-]{1,64})?$/.test(String(back))
  return goTo(request, isOurs ? String(back) : "/portal/conversations")
}

async function leave(request: PortalRequest, context: Context): Promise<Response> {
  const { csrf } = await request.req.parseBody()
  requireCsrfToken(context, String(csrf))
  await leavePortal(context)
  endVisit(request)
  return showPage(request, leftPage(pageLanguage(request, requireCustomer(context).language)))
}
