import type { Deed, DeedAnswer, DeedCall } from "@casepost/shared/contract"
import { requestOf } from "./backend"
import { Refusal, readRefusal, unreachable, unreadable } from "./refusal"

export type UploadOptions = { bytes: Blob; signal: AbortSignal; onProgress: (sentBytes: number) => void }

/** Calls a deed that takes a file and tells how far it is: fetch cannot say, XMLHttpRequest can. @throws Refusal */
export async function upload<const D extends Deed>(
  deed: D,
  input: DeedCall<D>,
  options: UploadOptions,
): Promise<DeedAnswer<D>> {
  const { url, init } = await requestOf(deed, input, { bytes: options.bytes })
  const answer = await send(url, { ...init, bytes: options.bytes }, options)
  if (!answer.ok) throw await readRefusal(answer)
  const parsed = deed.answer?.safeParse(await answer.json().catch(() => undefined))
  if (!parsed?.success) throw new Refusal("unreadable", unreadable)
  return parsed.data as DeedAnswer<D>
}

type Sent = { method?: string; headers: Record<string, string>; bytes: Blob }

function send(url: string, init: Sent, options: UploadOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(init.method ?? "POST", url)
    for (const [name, value] of Object.entries(init.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = event => options.onProgress(event.loaded)
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }))
    request.onerror = () => reject(new Refusal("unreachable", unreachable))
    request.onabort = () => reject(options.signal.reason)
    options.signal.addEventListener("abort", () => request.abort(), { once: true })
    request.send(init.bytes)
  })
}
