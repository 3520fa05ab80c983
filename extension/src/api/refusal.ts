import type { ProblemCode, ProblemField } from "@casepost/shared/problems"

/**
 * `unreachable`: no answer came; `unreadable`: an answer came that this version does not understand; `covered`: a frame of ours that is not
 * really seen, so nothing was asked (`guard`).
 */
export type RefusalCode = ProblemCode | "unreachable" | "unreadable" | "covered"

/** A deed that the backend refused, or that never reached it. Its message is meant for the user. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number | undefined
  readonly fields: readonly ProblemField[] | undefined
  /** Names the request in the backend's log. */
  readonly requestId: string | undefined

  constructor(
    code: RefusalCode,
    detail: string,
    more: { status?: number; fields?: readonly ProblemField[]; requestId?: string } = {},
  ) {
    super(detail)
    this.name = "Refusal"
    this.code = code
    this.status = more.status
    this.fields = more.fields
    this.requestId = more.requestId
  }
}

/** Whether something was refused, for one of these reasons. */
export function isRefused(error: unknown, ...codes: RefusalCode[]): error is Refusal {
  return error instanceof Refusal && codes.includes(error.code)
}

/** Refused for now: the same, as it stands, may be taken later. */
export function isForNow(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false
  return ["unreachable", "unavailable", "unauthenticated", "too-many", "bug"].includes(error.code)
}

/** What the refusal says about one field (`to.0.address`), to be shown beside it. */
export function refusedField(error: unknown, path: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined
  return error.fields?.find(field => field.path === path)?.detail
}

/** The refusal in an `application/problem+json` answer (RFC 9457); any other failing answer becomes one too. */
export async function readRefusal(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => undefined)
  const problem = (typeof body === "object" && body !== null ? body : {}) as {
    code?: ProblemCode
    detail?: string
    fields?: ProblemField[]
    requestId?: string
  }
  const code = problem.code ?? (answer.status === 401 ? "unauthenticated" : answer.status === 404 ? "not-found" : "bug")
  return new Refusal(code, problem.detail ?? words[code] ?? words.other, {
    status: answer.status,
    ...(problem.fields ? { fields: problem.fields } : {}),
    ...(problem.requestId ? { requestId: problem.requestId } : {}),
  })
}

const words: Partial<Record<RefusalCode, string>> & { other: string } = {
  unauthenticated: "Sign in again to go on.",
  "not-found": "There is nothing here, or nothing you may see.",
  other: "Something went wrong on the server. Try again.",
}

export const unreachable = "The connection dropped. Check it, or the server address in the settings, and try again."
export const unreadable = "The server answered in a way this version does not understand. Update Casepost."
