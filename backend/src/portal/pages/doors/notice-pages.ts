import type { Language } from "@casepost/shared/organisations"
import type { Problem } from "@casepost/shared/problems"
import { getCookie } from "hono/cookie"
import { html } from "hono/html"
import type { Context, House } from "../../../context.ts"
import { asProblem } from "../../../http/problem-response.ts"
import { findPortalSession, portalCookie, requireCustomer } from "../../known-customer.ts"
import { words } from "../../words/words.ts"
import { type PortalRequest, pageLanguage, showPage } from "../answers.ts"
import type { Html } from "../page-frame.ts"
import { doorPage, enterWithCode } from "./link-page.ts"

type Page = (request: PortalRequest, context: Context) => Promise<Response>

/** Runs a page for whoever has a session; everybody else is told that it has ended, with what she had typed. */
export function withSession(house: House, page: Page): (request: PortalRequest) => Promise<Response> {
  return async request => {
    const context = await findPortalSession(house, getCookie(request, portalCookie), request.get("requestId"))
    if (context)
      return page(request, context).catch(error =>
        refusalPage(error, { request, house, language: requireCustomer(context).language }),
      )
    const body = request.req.method === "POST" ? await request.req.parseBody() : {}
    const text = typeof body.text === "string" ? body.text : ""
    return showPage(request, sessionOverPage(pageLanguage(request), text), 401)
  }
}

function statusOf({ code }: Problem): 422 | 500 | 503 {
  if (code === "unavailable") return 503
  return code === "malformed" ? 422 : 500
}

function sessionOverPage(language: Language, typed: string): Html {
  const text = words[language]
  return doorPage({
    language,
    icon: "clock",
    title: text.sessionOverTitle,
    lead: text.sessionOverText,
    more: html`${
      typed
        ? html`<p class="small-print"><label for="typed">${text.yourText}</label></p><textarea id="typed" class="kept" rows="6" readonly>${typed}</textarea>`
        : ""
    }${enterWithCode(language)}`,
  })
}

export function leftPage(language: Language): Html {
  const text = words[language]
  return doorPage({
    language,
    icon: "leave",
    title: text.leftTitle,
    lead: text.leftText,
    more: enterWithCode(language),
  })
}

/** A refusal as a page in the reader's language; a bug is logged and shown without its message. */
export function refusalPage(
  error: unknown,
  at: { request: PortalRequest; house: House; language?: string },
): Promise<Response> {
  const { request, house } = at
  const problem = asProblem(error)
  if (problem.code === "bug")
    house.log({
      level: "error",
      what: "bug",
      requestId: request.get("requestId"),
      error: error instanceof Error ? error.stack : String(error),
    })
  if (problem.retryAfter) request.header("retry-after", String(problem.retryAfter))
  const language = pageLanguage(request, at.language)
  const text = words[language]
  const [title, lead, status] =
    problem.code === "not-found"
      ? ([text.notFoundTitle, text.notFoundText, 404] as const)
      : problem.code === "wrong-csrf-token"
        ? ([text.tooOldTitle, text.tooOldText, 403] as const)
        : problem.code === "too-large"
          ? ([text.replyRefused.tooLarge, text.filesAgain, 413] as const)
          : ([text.wrongTitle, text.wrongText, statusOf(problem)] as const)
  return showPage(request, doorPage({ language, icon: "alert", title, lead, more: enterWithCode(language) }), status)
}
