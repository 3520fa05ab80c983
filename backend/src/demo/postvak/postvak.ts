import { readFileSync } from "node:fs"
import { Hono } from "hono"
import type { House } from "../../context.ts"
import type { FieldKind } from "./compose-window.ts"
import { inboxPage } from "./inbox-page.ts"
import { readMails } from "./read-mails.ts"

const read = (name: string) => readFileSync(new URL(name, import.meta.url))
const style = read("postvak.css")
const script = read("postvak.js")
const kinds: Record<string, FieldKind> = {
  "/demo/mail": "tokens",
  "/demo/mail/plain": "plain",
  "/demo/mail/editable": "editable",
}

/**
 * Postvak: a webmail application to try the extension's relations on, with a page for each way such applications build their address
 * fields. It sends nothing. Local only (see `app`).
 */
export function postvak(house: House): Hono {
  const pages = new Hono()
  pages.get("/demo/mail/postvak.css", c => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }))
  pages.get("/demo/mail/postvak.js", c => c.body(script, 200, { "content-type": "text/javascript; charset=utf-8" }))
  for (const [path, kind] of Object.entries(kinds))
    pages.get(path, async c => c.html(inboxPage({ mails: await readMails(house), kind })))
  pages.get("/demo/mail/messages/:place", async c => {
    const mails = await readMails(house)
    const open = mails[Number(c.req.param("place"))]
    return open ? c.html(inboxPage({ mails, open, kind: "tokens" })) : c.redirect("/demo/mail")
  })
  return pages
}
