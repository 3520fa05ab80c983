import type { OpenAPIHono } from "@hono/zod-openapi"
import { html } from "hono/html"
import type { Config } from "../../config.ts"
import type { Env } from "../add-deed.ts"
import { pageAssets, respondWithPage } from "../page/page.ts"
import { docsPage } from "./docs-page.ts"
import { openApiDocument, registerSecurity } from "./open-api-document.ts"
import { operationsOf } from "./operations.ts"

/** `/openapi.json` and `/docs`, made from the routes themselves; both are public, as the contract is. */
export function docsPages(app: OpenAPIHono<Env>, config: Config): void {
  pageAssets(app)
  registerSecurity(app)
  let document: ReturnType<typeof openApiDocument> | undefined
  const read = () => {
    document ??= openApiDocument(app, config)
    return document
  }
  app.get("/openapi.json", request => request.json(read()))
  app.get("/docs", request =>
    respondWithPage(request, {
      title: "API",
      head: html`<link rel="stylesheet" href="/assets/docs.css"><script src="/assets/docs.js" defer></script>`,
      body: docsPage({ operations: operationsOf(read()), description: read().info.description ?? "", config }),
    }),
  )
}
