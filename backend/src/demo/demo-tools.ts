import { Hono } from "hono"
import type { House } from "../context.ts"
import { grootboek } from "./grootboek/grootboek.ts"
import { postvak } from "./postvak/postvak.ts"

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The demo organisation's own web tools, to try the extension on: an accounting application and a webmail. Local only (see `app`). */
export function demoTools(house: House): Hono {
  const pages = new Hono()
  pages.use("/demo/*", async (c, next) => {
    await next()
    c.header("content-security-policy", policy)
  })
  pages.route("/", postvak(house))
  pages.route("/", grootboek(house))
  return pages
}
