/** A development mailbox on a loopback port, the real SDK in front of it, and a backend that notes what it is told. */
import { mkdtempSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createMailbox, type MailboxOptions } from "@casepost/backend/mailbox/create-mailbox"
import { type ServerType, serve } from "@hono/node-server"
import { Hono } from "hono"
import { Resend } from "resend"
import { Webhook } from "standardwebhooks"
import { onTestFinished, vi } from "vitest"

export const webhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

/** A webhook whose signature was good. */
export type Told = {
  id: string
  type: string
  created_at: string
  data: { email_id: string; to: string[]; tags: Record<string, string> } & Record<string, unknown>
}

export type ApiMail = {
  id: string
  to: string[]
  subject: string
  html: string
  headers: Record<string, string>
  attachments: { filename: string; url: string; size: number }[]
  idempotencyKey: string | null
  lastEvent: string
  events: { type: string; attempts: { status: number | null }[] }[]
}

export const letter = {
  from: "Sanne de Wit via Van der Meer Bouwmaterialen <debiteuren@vdmbouw.example>",
  to: "info@jansen.example",
  subject: "Invoice VF-2026-04183 is still open",
  html: "<p>Dear Mr Jansen,</p>",
  text: "Dear Mr Jansen,",
}

/** Ends with the test. Fast where Resend is slow, and with room for many requests, unless `changes` say otherwise. */
export async function startMailbox(changes: Partial<MailboxOptions> = {}) {
  const told: Told[] = []
  let answer = () => 204
  const backend = await listen(
    new Hono().post("/webhooks/resend", async c => {
      const headers = {
        "webhook-id": c.req.header("svix-id") ?? "",
        "webhook-timestamp": c.req.header("svix-timestamp") ?? "",
        "webhook-signature": c.req.header("svix-signature") ?? "",
      }
      const event = new Webhook(webhookSecret).verify(await c.req.text(), headers) as Omit<Told, "id">
      const status = answer()
      if (status < 300) told.push({ id: headers["webhook-id"], ...event })
      return c.body(null, status as 204)
    }),
  )
  const directory = mkdtempSync(join(tmpdir(), "casepost-mailbox-"))
  const options: MailboxOptions = {
    directory,
    apiKey: "re_test",
    webhookSecret,
    webhookUrl: `${backend.url}/webhooks/resend`,
    ratePerSecond: 10_000,
    pause: 1,
    ...changes,
  }
  let mailbox = createMailbox(options)
  const server = await listen({
    fetch: (request: Request, env: unknown) => new Hono().route("/", mailbox.routes).fetch(request, env),
  })
  const baseUrl = `${server.url}/mailbox/resend`
  onTestFinished(() => {
    mailbox.close()
    server.close()
    backend.close()
  })

  return {
    url: server.url,
    directory,
    told,
    resend: new Resend("re_test", { baseUrl }),
    withKey: (key: string) => new Resend(key, { baseUrl }),
    /** What the backend answers from now on. */
    answerWebhooksWith: (status: () => number) => {
      answer = status
    },
    /** As a process that ends and starts again on the same directory. */
    restart: (moreChanges: Partial<MailboxOptions> = {}) => {
      mailbox.close()
      mailbox = createMailbox({ ...options, ...moreChanges })
    },
    mails: async (query = "") => (await (await fetch(`${server.url}/mailbox/api/mails${query}`)).json()) as ApiMail[],
    page: async (query = "") => (await fetch(`${server.url}/mailbox${query}`)).text(),
    fault: (fault: object) => postJson(`${server.url}/mailbox/api/faults`, fault),
    happen: (id: string, type: string) => postJson(`${server.url}/mailbox/api/mails/${id}/events`, { type }),
    /** Waits until the backend was told so many things. */
    hear: (count: number) =>
      vi.waitFor(() => told.length >= count || Promise.reject(new Error(`heard ${told.length}`)), 10_000),
  }
}

function postJson(url: string, body: object) {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })
}

async function listen(app: { fetch: Hono["fetch"] }) {
  const server = await new Promise<ServerType>(resolve => {
    const started: ServerType = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started))
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      if ("closeAllConnections" in server) server.closeAllConnections()
      server.close()
    },
  }
}
