/** An independent stand-in for Resend on a loopback port, written from its documentation: plain HTTP, strict, and able to have bad days. */
import { createHash, randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import * as z from "zod"
import { BatchEmail, SingleEmail } from "./resend-shape.ts"

export const doubleKey = "re_double"

export type AcceptedMail = SingleEmail & { id: string; tag: Record<string, string>; key: string; at: number }
export type SeenRequest = { path: string; key: string; body: string; status: number; at: number; permissive: boolean }
/** What the next sending request meets. */
export type Fault =
  | "accept-then-drop"
  | "drop"
  | "500-after-accept"
  | "503"
  | "stall"
  | "daily-quota"
  | "monthly-quota"
  | "invalid-key"
  | "concurrent"

type Options = { perSecond?: number; latency?: number; fault?: (request: number) => Fault | undefined }

/** Starts it. `close` ends it at once, cutting every line. */
export async function startProviderDouble({ perSecond = 1_000, latency = 0, fault }: Options = {}) {
  const accepted: AcceptedMail[] = []
  const requests: SeenRequest[] = []
  const answers = new Map<string, { bodyHash: string; answer: unknown }>()
  const inProgress = new Set<string>()
  const faults: Fault[] = []
  const double = {
    url: "",
    accepted,
    requests,
    /** Requests that came above the limit. */
    overLimit: 0,
    perSecond,
    /** What the next sending requests meet, one each. */
    meet: (...coming: Fault[]) => faults.push(...coming),
    /** As the provider does after 24 hours. */
    forgetKeys: () => answers.clear(),
    /** How often each mail was accepted, by our tag. */
    timesAccepted: () => Map.groupBy(accepted, mail => mail.tag.mail_id ?? "?"),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  let windowStart = 0
  let used = 0
  let sendings = 0

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      response.statusCode = 500
      response.end(String(error))
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString("utf8")
    const url = new URL(request.url ?? "/", "http://double")
    const key = String(request.headers["idempotency-key"] ?? "")
    const permissive = request.headers["x-batch-validation"] === "permissive"
    const seen: SeenRequest = { path: url.pathname, key, body, status: 0, at: performance.now(), permissive }
    const say = (status: number, answer: unknown) => {
      seen.status = status
      response.statusCode = status
      response.setHeader("content-type", "application/json")
      response.end(JSON.stringify(answer))
    }
    const refuse = (status: number, name: string, message: string) => say(status, { statusCode: status, name, message })
    requests.push(seen)

    if (request.headers.authorization !== `Bearer ${doubleKey}`)
      return refuse(401, "missing_api_key", "Missing API key.")
    const now = performance.now()
    if (now - windowStart >= 1_000) {
      windowStart = now
      used = 0
    }
    used += 1
    response.setHeader("ratelimit-limit", String(double.perSecond))
    response.setHeader("ratelimit-remaining", String(Math.max(0, double.perSecond - used)))
    response.setHeader("ratelimit-reset", "1")
    if (used > double.perSecond) {
      double.overLimit += 1
      response.setHeader("retry-after", "1")
      return refuse(429, "rate_limit_exceeded", "Too many requests.")
    }
    if (request.method === "GET") return readMails(url, say)

    sendings += 1
    const met = faults.shift() ?? fault?.(sendings)
    if (met === "drop") return void request.socket.destroy()
    if (met === "stall") return
    if (met === "503") return refuse(503, "service_unavailable", "API is temporarily unavailable")
    if (met === "daily-quota") return refuse(429, "daily_quota_exceeded", "Daily quota reached.")
    if (met === "monthly-quota") return refuse(429, "monthly_quota_exceeded", "Monthly quota reached.")
    if (met === "invalid-key") return refuse(403, "invalid_api_key", "API key is invalid.")
    if (met === "concurrent")
      return refuse(409, "concurrent_idempotent_requests", "There is another request in progress.")

    const bodyHash = createHash("sha256").update(body).digest("hex")
    const earlier = answers.get(`${url.pathname} ${key}`)
    if (earlier)
      return earlier.bodyHash === bodyHash
        ? say(200, earlier.answer)
        : refuse(409, "invalid_idempotent_request", "This key was used with another body.")
    if (inProgress.has(key))
      return refuse(409, "concurrent_idempotent_requests", "There is another request in progress.")
    inProgress.add(key)
    const { mails, problem, answer } = url.pathname === "/emails/batch" ? readBatch(body, permissive) : readSingle(body)
    if (problem) {
      inProgress.delete(key)
      return refuse(422, "validation_error", problem)
    }
    for (const mail of mails) accepted.push({ ...mail, key, at: performance.now() })
    answers.set(`${url.pathname} ${key}`, { bodyHash, answer })
    if (latency > 0) await new Promise(resolve => setTimeout(resolve, latency))
    inProgress.delete(key)
    if (met === "accept-then-drop") return void request.socket.destroy()
    if (met === "500-after-accept") return refuse(500, "application_error", "An unexpected error occurred.")
    return say(200, answer)
  }

  function readMails(url: URL, say: (status: number, answer: unknown) => void) {
    const id = url.pathname.split("/")[2]
    const shown = (mail: AcceptedMail) => ({
      id: mail.id,
      message_id: `<${mail.id}@provider.example>`,
      to: [mail.to].flat(),
      from: mail.from,
      subject: mail.subject,
      created_at: new Date().toISOString().replace("T", " ").replace("Z", "+00"),
      last_event: "delivered",
    })
    if (!id) return say(200, { object: "list", has_more: false, data: accepted.toReversed().map(shown) })
    const mail = accepted.find(one => one.id === id)
    if (!mail) return say(404, { statusCode: 404, name: "not_found", message: "Email not found" })
    return say(200, { object: "email", ...shown(mail), tags: mail.tags })
  }

  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return double
}

export type ProviderDouble = Awaited<ReturnType<typeof startProviderDouble>>
type Read = { mails: Omit<AcceptedMail, "key" | "at">[]; problem?: string; answer?: unknown }

function readSingle(body: string): Read {
  const mail = SingleEmail.safeParse(JSON.parse(body))
  if (!mail.success) return { mails: [], problem: z.prettifyError(mail.error) }
  const taken = take(mail.data)
  return taken.problem ? { mails: [], problem: taken.problem } : { mails: [taken.mail], answer: { id: taken.mail.id } }
}

function readBatch(body: string, permissive: boolean): Read {
  const list = z.array(z.unknown()).min(1).max(100).safeParse(JSON.parse(body))
  if (!list.success) return { mails: [], problem: z.prettifyError(list.error) }
  const mails: Read["mails"] = []
  const errors: { index: number; message: string }[] = []
  for (const [index, one] of list.data.entries()) {
    const mail = BatchEmail.safeParse(one)
    const taken = mail.success ? take(mail.data) : undefined
    if (taken && !taken.problem) mails.push(taken.mail)
    else errors.push({ index, message: taken?.problem ?? (mail.error ? z.prettifyError(mail.error) : "") })
  }
  if (errors.length > 0 && !permissive) return { mails: [], problem: errors[0]?.message ?? "" }
  const data = mails.map(({ id }) => ({ id }))
  return { mails, answer: permissive ? { data, errors } : { data } }
}

/** An address that this provider, for reasons of its own, does not take. */
function take(mail: SingleEmail) {
  const problem = [mail.to].flat().some(to => to.endsWith("@refused.example")) ? "Invalid `to` field." : undefined
  const tag = Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value]))
  return { mail: { ...mail, id: randomUUID(), tag }, problem }
}
