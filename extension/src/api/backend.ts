import type { Deed, DeedAnswer, DeedCall } from "@casepost/shared/contract"
import { organisationHeader } from "@casepost/shared/request-headers"
import { passGuard } from "./guard"
import { Refusal, readRefusal, unreachable, unreadable } from "./refusal"
import { readServerAddress } from "./server-address"
import { readSession } from "./token"

export type CallOptions = {
  signal?: AbortSignal
  /** Makes a replay the same deed; a draft's id for sending it. */
  idempotencyKey?: string
  /** The organisation it is about, where it is not the one chosen in the header: a draft's is fixed. */
  organisationId?: string
  /** The body of a deed that takes raw bytes. */
  bytes?: Blob
  /** Lets a small request outlive the page that made it, such as the last save of a draft. */
  keepalive?: boolean
}

/** Called when the backend no longer knows the token: the session has ended. */
let onEnded: () => void = () => {}
export function whenSessionEnds(listener: () => void): void {
  onEnded = listener
}

/**
 * Calls a deed of the contract and parses what comes back with the deed's own shape.
 * @throws Refusal with the problem's code and words; `unreachable` when no answer came; `unauthenticated` when the session ended.
 */
export async function call<const D extends Deed>(
  deed: D,
  input: DeedCall<D> = {},
  options: CallOptions = {},
): Promise<DeedAnswer<D>> {
  const answer = await fetchDeed(deed, input, options)
  if (!deed.answer) return undefined as DeedAnswer<D>
  const body = await answer.json().catch((error: unknown) => {
    // Stopped while it came in: nobody waits for it any more.
    if (options.signal?.aborted) throw error
  })
  const parsed = deed.answer.safeParse(body)
  if (!parsed.success) {
    console.error(deed.id, parsed.error)
    throw new Refusal("unreadable", unreadable)
  }
  return parsed.data as DeedAnswer<D>
}

/** Calls a deed that answers with a file. @throws Refusal */
export async function download<const D extends Deed>(
  deed: D,
  input: DeedCall<D> = {},
  options: CallOptions = {},
): Promise<Blob> {
  return (await fetchDeed(deed, input, options)).blob()
}

async function fetchDeed(deed: Deed, input: DeedCall<Deed>, options: CallOptions): Promise<Response> {
  const { url, init } = await requestOf(deed, input, options)
  const answer = await fetchBackend(url, init)
  if (answer.ok) return answer
  const refusal = await readRefusal(answer)
  if (refusal.status === 401) onEnded()
  throw refusal
}

/** The request that calls a deed: address, method, headers with the token and the organisation, body. @throws Refusal `covered`, see `guard` */
export async function requestOf(
  deed: Deed,
  input: DeedCall<Deed>,
  options: CallOptions = {},
): Promise<{ url: string; init: RequestInit & { headers: Record<string, string> } }> {
  await passGuard(deed)
  const [address, session] = await Promise.all([readServerAddress(), readSession()])
  const organisationId = options.organisationId ?? session?.organisationId
  const headers: Record<string, string> = {
    ...(session ? { authorization: `Bearer ${session.token}` } : {}),
    ...(organisationId ? { [organisationHeader]: organisationId } : {}),
    ...(options.idempotencyKey ? { "idempotency-key": options.idempotencyKey } : {}),
    ...(deed.body ? { "content-type": "application/json" } : {}),
    ...(options.bytes ? { "content-type": options.bytes.type || "application/octet-stream" } : {}),
  }
  const body = options.bytes ?? (deed.body ? JSON.stringify(input.body ?? {}) : undefined)
  return {
    url: `${address}${urlOf(deed, input)}`,
    init: {
      method: deed.method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    },
  }
}

/** fetch without cookies, where a missing answer is a Refusal and a wanted stop stays an AbortError. */
export async function fetchBackend(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: "omit", cache: "no-store", redirect: "error" })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Refusal("unreachable", unreachable)
  }
}

function urlOf(deed: Deed, input: DeedCall<Deed>): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = deed.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
