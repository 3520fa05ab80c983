import type { Context } from "hono"
import type { Mailbox } from "../mailbox.ts"
import type { Fault } from "./faults.ts"
import { Refusal } from "./refusal.ts"

interface Meeting {
  c: Context
  /** Takes in the mail and makes the answer its sender would get on a good day. */
  accept: () => Response
}

/** Answers a sending request, well or as badly as the next fault says. */
export async function meetFault(mailbox: Mailbox, { c, accept }: Meeting): Promise<Response> {
  const fault = mailbox.faults.take()
  switch (fault?.mode) {
    case undefined:
      return accept()
    case "drop-before-accept":
      return dropConnection(c)
    case "drop-after-accept":
      accept()
      return dropConnection(c)
    case "error-after-accept":
      accept()
      throw new Refusal("application_error", "An unexpected error occurred.")
    case "unavailable":
      throw new Refusal("service_unavailable", "API is temporarily unavailable")
    case "stall":
      await pause(fault, mailbox.closing)
      return accept()
    case "rate-limit":
      c.header("retry-after", String(fault.seconds ?? 1))
      c.header("ratelimit-remaining", "0")
      throw new Refusal("rate_limit_exceeded", "Too many requests. Please limit the number of requests per second.")
    case "daily-quota":
      throw new Refusal("daily_quota_exceeded", "You have exceeded your daily email sending quota.")
    case "monthly-quota":
      throw new Refusal("monthly_quota_exceeded", "You have exceeded your monthly email sending quota.")
  }
}

/** Cuts the line without a byte of answer, as a broken proxy would; needs Hono's Node server underneath. */
function dropConnection(c: Context): Response {
  if (!c.env?.outgoing)
    throw new Error("A connection can only be dropped on Hono's Node server, given its environment.")
  c.env.outgoing.destroy()
  return new Response(null, { headers: { "x-hono-already-sent": "true" } })
}

function pause(fault: Fault, closing: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, (fault.seconds ?? 30) * 1000)
    closing.addEventListener("abort", () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
