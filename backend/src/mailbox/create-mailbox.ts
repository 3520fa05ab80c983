/**
 * The development mailbox: it stands in for Resend, towards the real SDK, and shows every mail as its recipient would
 * see it. The routes carry their whole paths (`/mailbox…`); who may reach them is for the application to decide.
 */

import { Hono } from "hono"
import { nextAttempt, resendRetries, sendWebhooks } from "./events/send-webhooks.ts"
import type { Mail } from "./mail.ts"
import type { Mailbox } from "./mailbox.ts"
import { pageRoutes } from "./page/routes.ts"
import { type Fault, keepFaults } from "./provider/faults.ts"
import { providerRoutes } from "./provider/routes.ts"
import { openMailStore } from "./store/open-mail-store.ts"

export interface MailboxOptions {
  /** Where mails and attachments are kept; made when absent. */
  directory: string
  apiKey: string
  /** `whsec_` and a base64 key. */
  webhookSecret: string
  /** Without it nobody is told what happens to a mail. */
  webhookUrl?: string
  /** Requests a second for the whole account; Resend's own limit is 10. */
  ratePerSecond?: number
  /** Milliseconds from "sent" to "delivered". */
  pause?: number
  /** Milliseconds after each failed webhook; Resend's own schedule unless a test is in a hurry. */
  retries?: number[]
  /** What the first sending requests will meet. */
  faults?: Fault[]
  now?: () => Date
}

const mostMails = 5000

/** Opens the mailbox in its directory and goes on telling what was not acknowledged before. `close` ends all of it. */
export function createMailbox(options: MailboxOptions): { routes: Hono; close(): void } {
  const { now = () => new Date(), retries = resendRetries } = options
  const closing = new AbortController()
  const isOwed = (mail: Mail) =>
    options.webhookUrl !== undefined && mail.events.some(event => nextAttempt(event, retries) !== null)
  const store = openMailStore({ directory: options.directory, keep: mostMails, isOwed, now })
  const webhooks = sendWebhooks({ store, url: options.webhookUrl, secret: options.webhookSecret, retries, now })
  const mailbox: Mailbox = {
    store,
    webhooks,
    faults: keepFaults(options.faults ?? []),
    apiKey: options.apiKey,
    ratePerSecond: options.ratePerSecond ?? 10,
    webhookUrl: options.webhookUrl,
    retries,
    pause: options.pause ?? 1500,
    now,
    closing: closing.signal,
  }
  const routes = new Hono().route("/mailbox/resend", providerRoutes(mailbox)).route("/mailbox", pageRoutes(mailbox))

  return {
    routes,
    close() {
      closing.abort()
      webhooks.close()
      store.close()
    },
  }
}
