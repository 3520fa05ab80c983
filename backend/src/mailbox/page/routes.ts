/** The mailbox's web page and its JSON; mounted at `/mailbox`. */

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { type Context, Hono } from "hono"
import { csrf } from "hono/csrf"
import { secureHeaders } from "hono/secure-headers"
import { newEvent } from "../events/foresee-events.ts"
import { type EventType, eventTypes } from "../mail.ts"
import type { Mailbox } from "../mailbox.ts"
import { faultModes } from "../provider/faults.ts"
import { apiMail } from "./api-mail.ts"
import { findMails } from "./find-mails.ts"
import { mailboxPage } from "./mailbox-page.ts"
import { sendAttachment } from "./send-attachment.ts"

const styles = ["theme", "bar", "list", "mail", "narrow"].map(name => new URL(`styles/${name}.css`, import.meta.url))
const script = new URL("mailbox.js", import.meta.url)
const font = createRequire(import.meta.url).resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")
const assets: Record<string, { type: string; files: (string | URL)[] }> = {
  "mailbox.css": { type: "text/css; charset=utf-8", files: styles },
  "mailbox.js": { type: "text/javascript; charset=utf-8", files: [script] },
  "inter.woff2": { type: "font/woff2", files: [font] },
}

export function pageRoutes(mailbox: Mailbox): Hono {
  const routes = new Hono()
  routes.post("*", csrf())
  // Ahead of the page's headers: a file has stricter ones of its own.
  routes.get("/mails/:id/attachments/:index", c => sendAttachment(mailbox, c))
  // A mail is shown in a srcdoc frame, which inherits this policy: inline styles are the mail's, and there is no script
  // in either but our own file.
  routes.use(
    secureHeaders({
      referrerPolicy: "no-referrer",
      crossOriginResourcePolicy: false,
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )

  routes.get("/", async c => {
    c.header("cache-control", "no-store")
    return c.html(await mailboxPage(mailbox, c.req.query()))
  })
  for (const [name, { type, files }] of Object.entries(assets)) {
    const content = Buffer.concat(files.map(file => readFileSync(file)))
    routes.get(`/${name}`, c => c.body(content, 200, { "content-type": type, "cache-control": "no-cache" }))
  }

  routes.post("/mails/:id/events", async c => {
    const { type } = await c.req.parseBody()
    if (!report(mailbox, c.req.param("id"), String(type))) return c.notFound()
    return back(c)
  })
  routes.post("/delete-all", c => {
    mailbox.store.empty()
    return c.redirect("/mailbox", 303)
  })

  routes.get("/api/version", c => c.json({ version: mailbox.store.version }))
  routes.get("/api/mails", c => {
    const mails = findMails(mailbox, { words: c.req.query("q") ?? "", to: c.req.query("to") })
    return c.json(
      mails.slice(0, Number(c.req.query("limit") ?? mails.length)).map(mail => apiMail(mail, mailbox.now())),
    )
  })
  routes.get("/api/mails/:id", c => {
    const mail = mailbox.store.find(c.req.param("id"))
    return mail ? c.json(apiMail(mail, mailbox.now())) : c.notFound()
  })
  routes.delete("/api/mails", c => {
    mailbox.store.empty()
    return c.body(null, 204)
  })
  routes.post("/api/mails/:id/events", async c => {
    const { type } = await c.req.json<{ type?: string }>()
    return report(mailbox, c.req.param("id"), String(type)) ? c.body(null, 202) : c.notFound()
  })

  routes.get("/api/faults", c => c.json(mailbox.faults.list()))
  routes.post("/api/faults", async c => {
    const fault = await c.req.json()
    if (!faultModes.includes(fault.mode)) return c.json({ message: `mode is one of: ${faultModes.join(", ")}` }, 400)
    mailbox.faults.add({ mode: fault.mode, times: fault.times, seconds: fault.seconds })
    return c.body(null, 204)
  })
  routes.delete("/api/faults", c => {
    mailbox.faults.clear()
    return c.body(null, 204)
  })
  return routes
}

/** Makes something happen to a mail now, to all its recipients, as if the provider had said so. */
function report(mailbox: Mailbox, id: string, type: string): boolean {
  const mail = mailbox.store.find(id)
  if (!mail || !eventTypes.includes(type as EventType)) return false
  const event = newEvent(type as EventType, mailbox.now(), [...mail.to, ...mail.cc, ...mail.bcc])
  mailbox.store.addEvent(id, event)
  mailbox.webhooks.send(mail, [event])
  return true
}

/** To the view the button was pressed in; the referrer is withheld, so the form's own query says it. */
function back(c: Context): Response {
  const query = new URLSearchParams({ ...c.req.query(), mail: c.req.param("id") ?? "" })
  return c.redirect(`/mailbox?${query}`, 303)
}
