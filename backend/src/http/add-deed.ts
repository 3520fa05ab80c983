import type { Deed, DeedInput, DeedResult } from "@casepost/shared/contract"
import { Problem, type ProblemCode, problems } from "@casepost/shared/problems"
import { organisationHeader } from "@casepost/shared/request-headers"
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi"
import type { Context as HonoContext, MiddlewareHandler } from "hono"
import * as z from "zod"
import type { Context } from "../context.ts"
import { hash } from "../secrets.ts"
import { storable } from "./storable.ts"

/** Every request's own things. */
export type Env = { Variables: { requestId: string; context?: Context } }
export type Request = HonoContext<Env>

/** A file as an answer: always a download, never shown by the browser in our origin. */
export type FileAnswer = { bytes: Uint8Array; name: string; contentType: string }

/** What the app hands to every `routes`: `http/` knows no domain. */
export type Api = {
  openApi: OpenAPIHono<Env>
  /** Who is asking, by the deed's access. @throws Problem unauthenticated, not-allowed, wrong-csrf-token */
  findContext: (request: Request, deed: Deed) => Promise<Context>
  /** Runs `work` once for an `Idempotency-Key`, or gives what it answered before. @throws Problem idempotency-mismatch, in-progress */
  answerOnce: <Result>(
    context: Context,
    once: { key: string; deed: string; bodyHash: string },
    work: (context: Context) => Promise<Result>,
  ) => Promise<Result>
  /** Every deed that was added, for the access matrix test. */
  deeds: Deed[]
}

type BytesOf<D extends Deed> = Exclude<D["bytes"], undefined>
type Answer<D extends Deed> =
  "answer" extends BytesOf<D>
    ? FileAnswer
    : [DeedResult<D>] extends [undefined]
      ? // biome-ignore lint/suspicious/noConfusingVoidType: a deed without an answer returns nothing
        void
      : DeedResult<D>
type Given<D extends Deed> = DeedInput<D> & { bytes: "request" extends BytesOf<D> ? Uint8Array : undefined }
export type Handler<D extends Deed> = (context: Context, input: Given<D>) => Promise<Answer<D>>

const always: ProblemCode[] = [
  "malformed",
  "invalid",
  "unauthenticated",
  "not-allowed",
  "not-found",
  "too-many",
  "unavailable",
]

/** Puts a deed of the contract on the wire: validated in, typed out, documented. */
export function addDeed<const D extends Deed>(api: Api, deed: D, handler: Handler<D>): void {
  api.deeds.push(deed)
  // Who asks is found out before the body is read: a stranger learns nothing of its shape, and costs little.
  const findContext: MiddlewareHandler<Env> = async (request, next) => {
    request.set("context", await api.findContext(request, deed))
    await next()
  }
  api.openApi.openapi(routeOf(deed, findContext), (async (request: Request) => {
    const context = request.get("context")
    if (!context) throw new Error("A deed was reached without a context.")
    const input = await readInput(request, deed)
    const work = (within: Context) => handler(within, input as Given<D>)
    const key = deed.idempotent ? request.req.header("idempotency-key") : undefined
    if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))
      throw new Problem("invalid", "Idempotency-Key takes 1 to 255 visible ASCII characters.")
    const answer = key
      ? await api.answerOnce(
          context,
          { key, deed: deed.id, bodyHash: hash(JSON.stringify([input.params, input.body])) },
          work,
        )
      : await work(context)
    return respond(request, deed, answer)
  }) as never)
}

async function readInput(request: Request, deed: Deed) {
  const valid = (part: string) => (request.req as unknown as { valid: (part: string) => unknown }).valid(part)
  return {
    params: deed.params ? valid("param") : undefined,
    query: deed.query ? storable(valid("query")) : undefined,
    body: deed.body ? storable(valid("json")) : undefined,
    bytes: deed.bytes === "request" ? new Uint8Array(await request.req.arrayBuffer()) : undefined,
  }
}

function respond(request: Request, deed: Deed, answer: unknown): Response {
  request.header("cache-control", "no-store")
  if (deed.bytes === "answer") return fileResponse(answer as FileAnswer)
  if (!deed.answer) return request.body(null, 204)
  return request.json(answer as never, (deed.status ?? 200) as 200)
}

/** A download: attachment disposition (RFC 6266), no sniffing, sandboxed should a browser show it after all. */
export function fileResponse(file: FileAnswer): Response {
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.bytes.byteLength),
      "content-disposition": `attachment; filename="${file.name.replace(/[^\x20-\x7e]|["\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  })
}

function routeOf(deed: Deed, findContext: MiddlewareHandler<Env>) {
  const codes = [...new Set<ProblemCode>([...always, ...(deed.problems ?? [])])]
  const responses: Record<number, unknown> = {}
  for (const code of codes) {
    const { status } = problems[code]
    const same = codes.filter(other => problems[other].status === status)
    responses[status] = {
      description: same.map(other => `\`${other}\`: ${problems[other].title}`).join(" · "),
      content: { "application/problem+json": { schema: ProblemShape } },
    }
  }
  const success = deed.status ?? (deed.answer || deed.bytes === "answer" ? 200 : 204)
  if (deed.bytes === "answer")
    responses[success] = {
      description: "The file",
      content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
    }
  else if (deed.answer)
    responses[success] = { description: "Done", content: { "application/json": { schema: deed.answer } } }
  else responses[success] = { description: "Done" }
  return createRoute({
    method: deed.method,
    path: deed.path,
    middleware: findContext,
    operationId: deed.id,
    summary: deed.summary,
    ...(deed.description ? { description: deed.description } : {}),
    tags: [deed.path.split("/")[deed.path.startsWith("/portal") ? 4 : 3] ?? "casepost"],
    security:
      deed.access === "anonymous" ? [] : deed.access === "customer" ? [{ portalSession: [] }] : [{ bearer: [] }],
    request: {
      ...(deed.params ? { params: deed.params } : {}),
      ...(deed.query ? { query: deed.query } : {}),
      headers: headersOf(deed),
      ...(deed.body ? { body: { required: true, content: { "application/json": { schema: deed.body } } } } : {}),
      ...(deed.bytes === "request"
        ? {
            body: {
              required: true,
              content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } },
            },
          }
        : {}),
    },
    responses,
  } as never)
}

function headersOf(deed: Deed) {
  const isPortal = deed.access === "customer"
  const named = (text: string) => z.string().max(255).optional().describe(text)
  return z.object({
    ...(isPortal || deed.access === "anonymous"
      ? {}
      : { [organisationHeader]: named("Which organisation, for who belongs to several") }),
    ...(isPortal && deed.method !== "get" ? { "casepost-csrf": named("The session's CSRF token; required") } : {}),
    ...(deed.idempotent ? { "idempotency-key": named("A replay within 7 days gives the same answer") } : {}),
  })
}

const ProblemShape = z
  .object({
    type: z.string(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: "Problem" })
