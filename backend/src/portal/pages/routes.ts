import { Problem } from "@casepost/shared/problems"
import { Hono } from "hono"
import type { House } from "../../context.ts"
import type { Env } from "../../http/add-deed.ts"
import { goTo } from "./answers.ts"
import { conversationRoutes } from "./conversation/conversation-routes.ts"
import { entryRoutes } from "./doors/entry-routes.ts"
import { refusalPage } from "./doors/notice-pages.ts"
import { assets } from "./look/assets.ts"
import { brandStyle } from "./look/brand-style.ts"
import { sessionRoutes } from "./session-routes.ts"

const forever = "public, max-age=31536000, immutable"

/** The portal's pages under `/portal`, complete without JavaScript; its API is elsewhere (`routes.ts` of the portal). */
export function portalPages(house: House): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, request) => refusalPage(error, { request, house }))
  for (const { path, type, content } of Object.values(assets))
    app.get(path, request =>
      request.body(new Uint8Array(content), 200, {
        "content-type": type,
        "cache-control": forever,
        "x-content-type-options": "nosniff",
      }),
    )
  // The colour is in the address: a style element in the page would need a policy that allows any.
  app.get("/portal/brand/:colour{[0-9a-f]{6}\\.css}", request =>
    request.body(brandStyle(`#${request.req.param("colour").slice(0, 6)}`), 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": forever,
      "x-content-type-options": "nosniff",
    }),
  )
  entryRoutes(app, house)
  conversationRoutes(app, house)
  sessionRoutes(app, house)
  app.get("/portal/*", (request, next) => {
    if (request.req.path.startsWith("/portal/api/")) return next()
    if (request.req.path === "/portal/") return Promise.resolve(goTo(request, "/portal"))
    return refusalPage(new Problem("not-found"), { request, house })
  })
  return app
}
