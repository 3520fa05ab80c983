import { Problem, type ProblemBody, problems, problemType } from "@casepost/shared/problems"
import { HTTPException } from "hono/http-exception"
import type { House } from "../context.ts"

const brokenConnection = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
])

/** The only place where a refusal becomes HTTP (RFC 9457). What is not a Problem is a bug: logged, and answered without its message. */
export function problemResponse(error: unknown, at: { requestId: string; log: House["log"] }): Response {
  const problem = asProblem(error)
  if (problem.code === "bug")
    at.log({
      level: "error",
      what: "bug",
      requestId: at.requestId,
      ...describeBug(error),
    })
  const { status, title } = problems[problem.code]
  const body: ProblemBody = {
    type: problemType(problem.code),
    code: problem.code,
    title,
    status,
    detail: problem.message,
    ...(problem.fields ? { fields: problem.fields } : {}),
    requestId: at.requestId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(problem.retryAfter ? { "retry-after": String(problem.retryAfter) } : {}),
    },
  })
}

/**
 * What may be written down of a bug: its kind, place and statement. A database error's message and parameters hold addresses, tokens and
 * texts: of those only the code.
 */
function describeBug(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const { query } = error as { query?: unknown }
  const frames = error.stack?.split("\n").filter(line => line.startsWith("    at "))
  if (typeof query !== "string") return { error: `${error.name}: ${error.message}`, frames }
  const code = causesOf(error).find(cause => cause.code)?.code
  return { error: error.name, code, query, frames }
}

/** Any error as the Problem it is, or as a bug without its message. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) return ofStatus(error.status)
  if (isBrokenConnection(error))
    return new Problem("unavailable", "The database does not answer. Nothing is lost; try again in a moment.", {
      retryAfter: 5,
    })
  if (isBrokenForm(error)) return new Problem("malformed", "The form did not arrive whole. Send it again.")
  if (isImpossibleId(error)) return new Problem("not-found", "There is nothing here, or nothing you may see.")
  return new Problem(
    "bug",
    "Something went wrong on our side. Try again; if it stays, tell your administrator the request id.",
  )
}

function ofStatus(status: number): Problem {
  if (status === 401) return new Problem("unauthenticated")
  if (status === 404) return new Problem("not-found")
  if (status === 413) return new Problem("too-large")
  if (status === 415) return new Problem("unsupported-media-type", "Send application/json.")
  if (status < 500)
    return new Problem("malformed", "The request is not valid JSON or not in the form this route takes.")
  return new Problem("bug")
}

function isBrokenConnection(error: unknown): boolean {
  return causesOf(error).some(
    ({ code }) => typeof code === "string" && (brokenConnection.has(code) || code.startsWith("08")),
  )
}

/** A form that ended half-way, or is none: so the platform says it, with no code to know it by. */
function isBrokenForm(error: unknown): boolean {
  return error instanceof TypeError && /FormData|multipart\/form-data/.test(error.message)
}

/** Ids are opaque in the contract and UUIDs in the database: one that is none cannot be there (22P02, invalid_text_representation). */
function isImpossibleId(error: unknown): boolean {
  return causesOf(error).some(({ code, message }) => code === "22P02" && message?.includes("type uuid"))
}

type Cause = { code?: string; message?: string; cause?: unknown }

function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = []
  for (let cause = error as Cause | undefined; cause && causes.length < 4; cause = cause.cause as Cause | undefined)
    causes.push(cause)
  return causes
}
