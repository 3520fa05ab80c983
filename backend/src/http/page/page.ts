import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { OpenAPIHono } from "@hono/zod-openapi"
import { html } from "hono/html"
import type { Env, Request } from "../add-deed.ts"
import { mark } from "./mark.ts"

/** What `html` gives: text that is escaped already. */
export type Html = ReturnType<typeof html>

const font = createRequire(import.meta.url).resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")
const assets = {
  "page.css": { type: "text/css; charset=utf-8", file: new URL("page.css", import.meta.url) },
  "docs.css": { type: "text/css; charset=utf-8", file: new URL("../docs/docs.css", import.meta.url) },
  "docs.js": { type: "text/javascript; charset=utf-8", file: new URL("../docs/docs.js", import.meta.url) },
  "inter.woff2": { type: "font/woff2", file: font },
}

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Style sheets, script and font of the pages, from our own origin. */
export function pageAssets(app: OpenAPIHono<Env>): void {
  for (const [name, { type, file }] of Object.entries(assets)) {
    const content = readFileSync(file)
    app.get(`/assets/${name}`, request =>
      request.body(content, 200, { "content-type": type, "cache-control": "public, max-age=3600" }),
    )
  }
}

/** Answers with a page of Casepost's own: never kept, never framed, nothing from elsewhere, no script in the page itself. */
export async function respondWithPage(
  request: Request,
  page: {
    title: string
    body: Html | Promise<Html>
    head?: Html | Promise<Html>
    status?: 200 | 404 | 409 | 410 | 422 | 429 | 503
  },
): Promise<Response> {
  request.header("content-security-policy", policy)
  request.header("cache-control", "no-store")
  return request.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title} · Casepost</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%232B4BD0'/%3E%3Cpath d='M8 11h16v10H8zl8 6 8-6' fill='none' stroke='%23fff' stroke-width='2.4' stroke-linejoin='round'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/assets/page.css">
${page.head ?? ""}
</head>
${await page.body}
</html>`,
    page.status ?? 200,
  )
}

/** The mark and the name above a page of one card. */
export const brand = html`<header class="brand">
  ${mark}
  <span>Casepost</span>
</header>`
