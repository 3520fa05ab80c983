import { Resend } from "resend"
import type { ProviderAccount } from "./account.ts"

/** What came back for one request; `status` null: nothing did, and nobody knows what the provider did with it. */
export type ProviderAnswer = {
  status: number | null
  /** Of a success. */
  data: unknown
  /** Of a refusal: Resend's name for it and its message. */
  name: string
  message: string
  headers: Record<string, string> | null
}

export type Provider = ReturnType<typeof callProvider>

/** A line that answers nothing for so long is given up; its request is asked again under the same key. */
const answerWithin = 30_000

/**
 * Resend's API through its SDK. Bodies are given in wire form to the SDK's `post` and not to `emails.send`, which would build them anew:
 * what was frozen must reach the wire unchanged even after an update of the SDK.
 */
export function callProvider(account: ProviderAccount, closing: AbortSignal) {
  const resend = new Resend(account.apiKey, { baseUrl: account.baseUrl })
  const signal = () => AbortSignal.any([closing, AbortSignal.timeout(answerWithin)])

  return {
    /** Sends one frozen request. Never throws. */
    send: async (request: { kind: "batch" | "single"; body: unknown; idempotencyKey: string }) => {
      const path = request.kind === "batch" ? "/emails/batch" : "/emails"
      const headers = request.kind === "batch" ? { "x-batch-validation": "permissive" } : undefined
      const { idempotencyKey, body } = request
      return read(await resend.post<unknown>(path, body, { idempotencyKey, headers, signal: signal() }))
    },
    /** Mails of the account, newest first, at most 100, older than the mail `after`. */
    list: async (after: string | undefined) =>
      read(await resend.get<unknown>(`/emails?limit=100${after ? `&after=${after}` : ""}`, { signal: signal() })),
    /** One mail with its tags. */
    retrieve: async (id: string) =>
      read(await resend.get<unknown>(`/emails/${encodeURIComponent(id)}`, { signal: signal() })),
  }
}

type SdkResponse = Awaited<ReturnType<Resend["post"]>>

// A success whose body could not be read comes as an error without status, like a line that broke: both mean "not known".
function read({ data, error, headers }: SdkResponse): ProviderAnswer {
  if (!error) return { status: 200, data, name: "", message: "", headers }
  const { statusCode, name, message } = error
  return { status: statusCode ?? null, data: undefined, name: name ?? "", message: message ?? "", headers }
}
