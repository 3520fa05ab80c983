import type { Language } from "@casepost/shared/organisations"
import type { Context as Request } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import type { Config } from "../../config.ts"
import type { Env } from "../../http/add-deed.ts"
import { portalCookie, sessionMinutes } from "../known-customer.ts"
import { isLanguage, wantedLanguage } from "../words/words.ts"
import type { Html } from "./page-frame.ts"

export type PortalRequest = Request<Env>

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ")

/** A page of the portal: kept by nobody, framed by nobody, running no script but our own file. */
export async function showPage(
  request: PortalRequest,
  page: Html,
  status: 200 | 401 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 500 | 503 = 200,
): Promise<Response> {
  request.header("content-security-policy", policy)
  request.header("cache-control", "no-store")
  request.header("referrer-policy", "no-referrer")
  request.header("x-content-type-options", "nosniff")
  request.header("x-robots-tag", "noindex, nofollow")
  return request.html(page, status)
}

/** To a page with a clean address, by GET. */
export function goTo(request: PortalRequest, path: string): Response {
  request.header("cache-control", "no-store")
  request.header("referrer-policy", "no-referrer")
  return request.redirect(path, 303)
}

/** What was chosen on the page, else what it is about, else what the browser asks for. */
export function pageLanguage(request: PortalRequest, about?: string): Language {
  const chosen = request.req.query("lang")
  if (isLanguage(chosen)) return chosen
  return isLanguage(about) ? about : (wantedLanguage(request.req.header("accept-language")) ?? "en")
}

const arrivedCookie = "casepost_portal_arrived"

/** Gives the browser its session, and notes that the page it is sent to next was not asked for by the reader. */
export function startVisit(request: PortalRequest, { cookie, config }: { cookie: string; config: Config }): void {
  const common = {
    path: "/portal",
    httpOnly: true,
    sameSite: "Lax",
    secure: config.publicUrl.startsWith("https:"),
  } as const
  setCookie(request, portalCookie, cookie, { ...common, maxAge: sessionMinutes * 60 })
  setCookie(request, arrivedCookie, "1", { ...common, maxAge: 60 })
}

export function endVisit(request: PortalRequest): void {
  setCookie(request, portalCookie, "", { path: "/portal", httpOnly: true, sameSite: "Lax", maxAge: 0 })
}

/**
 * Whether a GET within a session was somebody's click on one of our links: not the page an exchange led to, nothing loaded ahead
 * (Sec-Purpose), nothing from elsewhere (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/). It takes the note of arrival away.
 */
export function isReadersClick(request: PortalRequest): boolean {
  const arrived = getCookie(request, arrivedCookie) !== undefined
  if (arrived) setCookie(request, arrivedCookie, "", { path: "/portal", httpOnly: true, sameSite: "Lax", maxAge: 0 })
  const said = (name: string) => request.req.header(name)
  if (arrived || said("sec-purpose") || said("purpose")) return false
  // Browsers from before 2023 do not say it; they hold a session cookie, which a scanner of mails does not.
  if (said("sec-fetch-site") === undefined) return true
  return said("sec-fetch-site") === "same-origin" && said("sec-fetch-user") === "?1"
}

/** Whether a post could come from another site's page: a second wall where no session's token can be asked for yet. */
export function isFromElsewhere(request: PortalRequest): boolean {
  const site = request.req.header("sec-fetch-site")
  return site !== undefined && site !== "same-origin" && site !== "none"
}
