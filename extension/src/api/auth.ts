import { secondFactorHeader, tokenHeader } from "@casepost/shared/request-headers"
import { fetchBackend } from "./backend"
import { Refusal } from "./refusal"
import { readServerAddress } from "./server-address"
import { readSession } from "./token"

type AuthCall = {
  body?: Record<string, unknown>
  /** From the answer to the password, for the request with the code. */
  secondFactor?: string
}

/** What better-auth answered, with the two headers that an extension needs in place of cookies. */
export type AuthAnswer = { body: unknown; token: string | undefined; secondFactor: string | undefined }

/** Calls better-auth (`/api/auth/…`), with the token if there is one. @throws Refusal with better-auth's own words. */
export async function callAuth(method: "get" | "post", path: string, input: AuthCall = {}): Promise<AuthAnswer> {
  const [address, session] = await Promise.all([readServerAddress(), readSession()])
  const answer = await fetchBackend(`${address}/api/auth/${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(method === "post" ? { "content-type": "application/json" } : {}),
      ...(session ? { authorization: `Bearer ${session.token}` } : {}),
      ...(input.secondFactor ? { [secondFactorHeader]: input.secondFactor } : {}),
    },
    ...(method === "post" ? { body: JSON.stringify(input.body ?? {}) } : {}),
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw refusalOf(answer.status, body)
  return {
    body,
    token: answer.headers.get(tokenHeader) ?? undefined,
    secondFactor: answer.headers.get(secondFactorHeader) ?? undefined,
  }
}

function refusalOf(status: number, body: unknown): Refusal {
  const said = body as { message?: string; detail?: string; code?: string } | undefined
  const code = status === 401 ? "unauthenticated" : status === 429 ? "too-many" : status >= 500 ? "bug" : "invalid"
  const detail = status === 429 ? "Too many tries. Wait a minute, then try again." : (said?.detail ?? said?.message)
  return new Refusal(code, words[said?.code ?? ""] ?? detail ?? "The server refused this. Try again.", { status })
}

/** better-auth's codes in our words. */
const words: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "Email address and password do not belong together.",
  INVALID_PASSWORD: "The password is not right.",
  INVALID_CODE: "The code is not right, or too old.",
  INVALID_BACKUP_CODE: "The backup code is not right, or was used before.",
  INVALID_TWO_FACTOR_COOKIE: "It took too long. Enter your password again.",
  PASSWORD_TOO_SHORT: "The password is too short: at least 10 characters.",
  PASSWORD_TOO_LONG: "The password is too long: at most 128 characters.",
}
