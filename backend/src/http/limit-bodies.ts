import { mostFileBytes, mostMailBytes } from "@casepost/shared/attachments"
import { mostZipBytes } from "@casepost/shared/invoice-pdfs"
import { Problem } from "@casepost/shared/problems"
import { mostRelationFileBytes } from "@casepost/shared/relations"
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"

const megabyte = 1024 * 1024
const base64 = 4 / 3

/** Bytes a request may bring, by the beginning of its path; the first that fits. Everything else: 1 MB. */
const limits: [RegExp, number][] = [
  [/^\/api\/v1\/attachments$/, mostFileBytes + megabyte],
  [/^\/api\/v1\/imports/, mostFileBytes * base64 + megabyte],
  [/^\/api\/v1\/administrations\/[^/]+\/(customers|invoices|matters)$/, 32 * megabyte],
  [/^\/api\/v1\/invoices\/[^/]+\/pdf$/, mostFileBytes + megabyte],
  [/^\/api\/v1\/administrations\/[^/]+\/invoice-pdfs$/, mostZipBytes + megabyte],
  [/^\/api\/v1\/relations\/import/, mostRelationFileBytes * base64 + megabyte],
  [/^\/api\/v1\/bulk-messages/, 8 * megabyte],
  [/^\/portal\/(api\/v1\/)?conversations\//, mostMailBytes * base64 + 2 * megabyte],
  [/^\/mailbox\/resend/, 128 * megabyte],
  [/^/, megabyte],
]

/** Refuses a body before it is read whole. @throws Problem too-large */
export function limitBodies(): MiddlewareHandler {
  const limited = limits.map(([path, bytes]) => ({ path, limit: limitTo(bytes) }))
  return (request, next) => {
    const found = limited.find(({ path }) => path.test(request.req.path))
    return found ? found.limit(request, next) : next()
  }
}

function limitTo(bytes: number): MiddlewareHandler {
  const most = Math.floor(bytes)
  return bodyLimit({
    maxSize: most,
    onError: () => {
      throw new Problem(
        "too-large",
        `This is more than ${Math.floor(most / megabyte)} MB, the most that is taken here.`,
      )
    },
  })
}
