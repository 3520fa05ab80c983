import { Problem } from "@casepost/shared/problems"
import type { OpenAPIHono } from "@hono/zod-openapi"
import type { House } from "../../context.ts"
import type { Env } from "../../http/add-deed.ts"
import { documentRoute } from "../../http/docs/document-route.ts"
import { readLogo } from "./read-logo.ts"

/**
 * `GET /portal/logos/{id}`: what mails load. The same for everybody who was written to, so it tells nothing of who reads; it never changes.
 * Pages of other origins may show it: mail programs in a browser, and the extension.
 */
export function logoPages(app: OpenAPIHono<Env>, house: House): void {
  app.get("/portal/logos/:id", async request => {
    const logo = await readLogo(house, request.req.param("id"))
    if (!logo) throw new Problem("not-found")
    return request.body(new Uint8Array(logo.bytes), 200, {
      "content-type": logo.contentType,
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=31536000, immutable",
    })
  })
  documentRoute(app, {
    method: "get",
    path: "/portal/logos/{id}",
    id: "readLogo",
    tag: "signatures",
    summary: "A logo, as mails and the portal show it",
    answers: { 200: "The image", 404: "No signature holds such a logo" },
  })
}
