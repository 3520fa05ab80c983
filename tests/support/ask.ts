import { createHmac } from "node:crypto"
import { sessions } from "@casepost/backend/access/tables"
import { addPassword, hashForKeeping } from "@casepost/backend/access/users/add-password"
import type { App } from "@casepost/backend/app"
import type { Context, House } from "@casepost/backend/context"
import { randomToken } from "@casepost/backend/secrets"
import type { Deed, DeedCall } from "@casepost/shared/contract"
import type { ProblemBody } from "@casepost/shared/problems"
import { organisationHeader } from "@casepost/shared/request-headers"

/** A session of a user, as `Authorization` would carry it after signing in, without the slow hashing of a password. */
export async function signedIn(house: House, context: Context): Promise<string> {
  if (context.actor.kind !== "user") throw new Error("Only users have sessions.")
  const token = randomToken()
  await house.database.owner.insert(sessions).values({
    token,
    userId: context.actor.userId,
    expiresAt: new Date(house.now().getTime() + 30 * 24 * 60 * 60 * 1000),
  })
  return `Bearer ${token}.${createHmac("sha256", house.config.secret).update(token).digest("base64")}`
}

export type Asked = {
  authorization?: string | undefined
  organisationId?: string | undefined
  cookie?: string | undefined
  headers?: Record<string, string>
}

/** Sends a deed of the contract through the whole application, as a request would come in. */
export async function ask<const D extends Deed>(
  app: App,
  deed: D,
  call: DeedCall<D> & Asked & { bytes?: Uint8Array } = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const params = (call.params ?? {}) as Record<string, unknown>
  const path = deed.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams(
    Object.entries((call.query ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
  ).toString()
  const answer = await app.request(query ? `${path}?${query}` : path, {
    method: deed.method.toUpperCase(),
    headers: {
      ...(call.authorization ? { authorization: call.authorization } : {}),
      ...(call.organisationId ? { [organisationHeader]: call.organisationId } : {}),
      ...(call.cookie ? { cookie: call.cookie } : {}),
      ...(deed.body ? { "content-type": "application/json" } : {}),
      ...call.headers,
    },
    ...(deed.body ? { body: JSON.stringify(call.body ?? {}) } : {}),
    ...(call.bytes ? { body: call.bytes as Uint8Array<ArrayBuffer> } : {}),
  })
  const text = await answer.text()
  return { status: answer.status, body: readable(text), headers: answer.headers }
}

/** The code of a refusal, and nothing for an answer. */
export function codeOf(answer: { body: unknown }): ProblemBody["code"] | undefined {
  return (answer.body as Partial<ProblemBody> | undefined)?.code
}

function readable(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}

/** Gives a user a password, so that she can sign in as people do. */
export async function withPassword(house: House, context: Context, password = "long-enough-1"): Promise<string> {
  if (context.actor.kind !== "user") throw new Error("Only users have passwords.")
  const passwordHash = await hashForKeeping(password)
  await addPassword(house.database.owner, { userId: context.actor.userId, passwordHash })
  return password
}
