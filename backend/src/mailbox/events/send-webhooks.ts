/** Tells the backend what happened to a mail, signed and repeated as Resend does it. */

import { createHmac } from "node:crypto"
import type { Mail, MailEvent } from "../mail.ts"
import type { MailStore } from "../store/open-mail-store.ts"
import { describeEvent } from "./describe-event.ts"

/** Milliseconds after each failed attempt (resend.com/docs/webhooks/retries-and-replays): eight attempts in all. */
export const resendRetries = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000]

const mostAtOnce = 8
const answerWithin = 15_000
/** Node fires a longer timer at once. */
const longestTimer = 2 ** 31 - 1

interface WebhookOptions {
  store: MailStore
  /** Without an address events happen, and nobody is told. */
  url: string | undefined
  /** `whsec_` and a base64 key. */
  secret: string
  retries: number[]
  now: () => Date
}

export type Webhooks = ReturnType<typeof sendWebhooks>

/** Picks up the events no one has acknowledged yet, and waits for new ones. */
export function sendWebhooks({ store, url, secret, retries, now }: WebhookOptions) {
  const timers = new Set<NodeJS.Timeout>()
  const waiting: [string, string][] = []
  const closing = new AbortController()
  let running = 0

  function plan(mail: Mail, event: MailEvent) {
    const due = nextAttempt(event, retries)
    if (url === undefined || due === null) return
    const wait = Math.min(Math.max(due - now().getTime(), 0), longestTimer)
    const timer = setTimeout(() => {
      timers.delete(timer)
      waiting.push([mail.id, event.id])
      proceed()
    }, wait)
    timer.unref()
    timers.add(timer)
  }

  function proceed() {
    while (running < mostAtOnce && waiting.length > 0 && !closing.signal.aborted) {
      const [mailId, eventId] = waiting.shift() as [string, string]
      running += 1
      void attempt(mailId, eventId).finally(() => {
        running -= 1
        proceed()
      })
    }
  }

  async function attempt(mailId: string, eventId: string) {
    const mail = store.findOwed(mailId)
    const event = store.findEvent(mailId, eventId)
    // Deleted meanwhile, cancelled, or the timer was cut short: nothing to tell, or not yet.
    if (!mail || !event) return
    const due = nextAttempt(event, retries)
    if (due === null || due > now().getTime()) return plan(mail, event)
    const status = await post(mail, event)
    if (closing.signal.aborted) return
    store.addAttempt(mailId, eventId, { at: now().toISOString(), status })
    plan(mail, event)
  }

  async function post(mail: Mail, event: MailEvent): Promise<number | null> {
    const body = JSON.stringify(describeEvent(mail, event))
    const timestamp = Math.floor(now().getTime() / 1000).toString()
    const headers = {
      "content-type": "application/json",
      "svix-id": event.id,
      "svix-timestamp": timestamp,
      "svix-signature": sign(secret, `${event.id}.${timestamp}.${body}`),
    }
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(answerWithin)])
      const answer = await fetch(url as string, { method: "POST", headers, body, signal, redirect: "manual" })
      await answer.body?.cancel()
      return answer.status
    } catch {
      return null
    }
  }

  for (const mail of store.listOwed()) for (const event of mail.events) plan(mail, event)

  return {
    /** Sends each event when it happens. */
    send(mail: Mail, events: MailEvent[]) {
      for (const event of events) plan(mail, event)
    },
    close() {
      closing.abort()
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

/** When to try next, in milliseconds since 1970; null once it was acknowledged or given up. */
export function nextAttempt(event: MailEvent, retries: number[]): number | null {
  const last = event.attempts.at(-1)
  if (!last) return Date.parse(event.at)
  if (last.status !== null && last.status >= 200 && last.status < 300) return null
  const pause = retries[event.attempts.length - 1]
  return pause === undefined ? null : Date.parse(last.at) + pause
}

/** The Standard Webhooks signature, version 1 (docs.svix.com/receiving/verifying-payloads/how-manual). */
function sign(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
  return `v1,${createHmac("sha256", key).update(content).digest("base64")}`
}
