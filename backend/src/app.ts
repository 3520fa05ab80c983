import type { Deed } from "@casepost/shared/contract"
import { Problem } from "@casepost/shared/problems"
import { organisationHeader } from "@casepost/shared/request-headers"
import { OpenAPIHono } from "@hono/zod-openapi"
import type { Hono } from "hono"
import { getCookie } from "hono/cookie"
import { answerOnce } from "./access/answer-once.ts"
import { documentSignIn } from "./access/document-sign-in.ts"
import { findSession } from "./access/find-session.ts"
import { requireAccess } from "./access/require-access.ts"
import { resetPages } from "./access/reset/reset-pages.ts"
import { accessRoutes } from "./access/routes.ts"
import { answerSignIn, createSignIn, type SignIn } from "./access/sign-in.ts"
import { attachmentRoutes } from "./attachments/routes.ts"
import { auditRoutes } from "./audit/routes.ts"
import { bulkMessageRoutes } from "./bulk-messages/routes.ts"
import { caseRoutes } from "./cases/routes.ts"
import type { Context, House } from "./context.ts"
import { deliveryRoutes, webhookRoutes } from "./delivery/routes.ts"
import { demoTools } from "./demo/demo-tools.ts"
import { draftRoutes } from "./drafts/routes.ts"
import type { Api, Env, Request } from "./http/add-deed.ts"
import { allowExtension } from "./http/allow-extension.ts"
import { documentServer } from "./http/docs/document-route.ts"
import { docsPages } from "./http/docs/routes.ts"
import { type Health, healthRoutes } from "./http/health.ts"
import { refuseInvalid } from "./http/invalid-input.ts"
import { limitBodies } from "./http/limit-bodies.ts"
import { logRequests } from "./http/log-requests.ts"
import { loopbackOnly } from "./http/loopback-only.ts"
import { networkAddress } from "./http/network-address.ts"
import { openPage } from "./http/page/open-page.ts"
import { problemResponse } from "./http/problem-response.ts"
import { secureAnswers } from "./http/secure-answers.ts"
import { importRoutes } from "./imports/routes.ts"
import { inboxRoutes } from "./inbox/routes.ts"
import { messageRoutes } from "./messages/routes.ts"
import { noteRoutes } from "./notes/routes.ts"
import { notificationRoutes } from "./notifications/routes.ts"
import { joinPages } from "./organisations/join/join-pages.ts"
import { organisationRoutes } from "./organisations/routes.ts"
import { csrfHeader, findPortalSession, portalCookie, requireCsrfToken } from "./portal/known-customer.ts"
import { portalPages } from "./portal/pages/routes.ts"
import { portalRoutes } from "./portal/routes.ts"
import { relationRoutes } from "./relations/routes.ts"
import { logoPages } from "./signatures/logos/logo-pages.ts"
import { signatureRoutes } from "./signatures/routes.ts"
import { standardMessageRoutes } from "./standard-messages/routes.ts"
import { timelineRoutes } from "./timeline/routes.ts"
import { toolRoutes } from "./tools/routes.ts"

/** What only a running server has. Tests of the API need none of it. */
export type Parts = {
  /** The development mailbox's routes (`/mailbox…`); only on this computer. */
  mailbox?: { fetch: Hono["fetch"] } | undefined
  dispatcherHealth?: (() => Health) | undefined
}

export type App = { request: OpenAPIHono<Env>["request"]; fetch: OpenAPIHono<Env>["fetch"]; deeds: Api["deeds"] }

/** Everything that answers HTTP, as one function from request to response. */
export function createApp(house: House, parts: Parts = {}): App {
  const app = new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
  const { config } = house
  app.use(
    logRequests(house.log),
    secureAnswers(config.publicUrl),
    allowExtension(config.extensionOrigins),
    limitBodies(),
  )
  app.onError((error, request) => problemResponse(error, { requestId: request.get("requestId"), log: house.log }))
  app.notFound(request =>
    problemResponse(new Problem("not-found", "There is nothing at this address."), {
      requestId: request.get("requestId"),
      log: house.log,
    }),
  )
  const signIn = createSignIn(house)
  const api = mountApi(app, house, signIn)
  healthRoutes(app, house, { dispatcher: parts.dispatcherHealth })
  documentSignIn(app)
  documentServer(app)
  docsPages(app, config)
  joinPages(app, house)
  resetPages(app, house, signIn)
  openPage(app)
  logoPages(app, house)
  app.route("/", portalPages(house))
  app.route("/", webhookRoutes(house))
  mountLocal(app, house, parts)
  return { request: app.request, fetch: app.fetch, deeds: api.deeds }
}

function mountApi(app: OpenAPIHono<Env>, house: House, signIn: SignIn): Api {
  app.on(["GET", "POST"], "/api/auth/*", async request => {
    const answer = await answerSignIn(signIn, request.req.raw, networkAddress(request))
    // better-auth answers 500 to a database that is gone; asking it throws what becomes 503 and "try again".
    if (answer.status >= 500) await house.database.ping()
    return answer
  })
  const api: Api = {
    openApi: app,
    deeds: [],
    answerOnce,
    findContext: (request, deed) =>
      deed.access === "customer" ? findCustomer(house, request) : findStaff(house, request, deed),
  }
  for (const addRoutes of routes) addRoutes(api)
  return api
}

const routes: ((api: Api) => void)[] = [
  accessRoutes,
  organisationRoutes,
  caseRoutes,
  timelineRoutes,
  inboxRoutes,
  draftRoutes,
  messageRoutes,
  bulkMessageRoutes,
  noteRoutes,
  deliveryRoutes,
  relationRoutes,
  signatureRoutes,
  standardMessageRoutes,
  attachmentRoutes,
  importRoutes,
  notificationRoutes,
  toolRoutes,
  auditRoutes,
  portalRoutes,
]

async function findStaff(house: House, request: Request, deed: Deed): Promise<Context> {
  const context = await findSession(house, {
    authorization: request.req.header("authorization"),
    organisationId: request.req.header(organisationHeader),
    requestId: request.get("requestId"),
    anyOrganisation: deed.id === "getMe",
  })
  requireAccess(context, deed)
  return context
}

async function findCustomer(house: House, request: Request): Promise<Context> {
  const context = await findPortalSession(house, getCookie(request, portalCookie), request.get("requestId"))
  if (!context)
    throw new Problem("unauthenticated", "Open the portal by the link in your e-mail, or with your access code.")
  if (request.req.method !== "GET") requireCsrfToken(context, request.req.header(csrfHeader))
  return context
}

/** The development mailbox and the demo tools: on this computer only, whatever name a request calls it by. */
function mountLocal(app: OpenAPIHono<Env>, house: House, parts: Parts): void {
  if (!house.config.local) return
  for (const path of ["/mailbox", "/mailbox/*", "/demo", "/demo/*"]) app.use(path, loopbackOnly)
  const { mailbox } = parts
  if (mailbox)
    for (const path of ["/mailbox", "/mailbox/*"]) app.all(path, request => mailbox.fetch(request.req.raw, request.env))
  if (house.config.demo) app.route("/", demoTools(house))
}
