import type { Logo } from "@casepost/shared/signatures"
import { newId } from "../../columns.ts"
import { type Context, doerOf } from "../../context.ts"
import { logos } from "../tables.ts"
import { acceptLogo } from "./accept-logo.ts"
import { describeLogo } from "./describe-logo.ts"

/** Keeps an image for a signature; nobody else sees it until a signature holds it. @throws Problem too-large, attachment-refused */
export async function uploadLogo(context: Context, bytes: Uint8Array): Promise<Logo> {
  const { organisationId, actor } = context
  const accepted = acceptLogo(bytes)
  // Random, and not in order of time like other ids: whoever knows one published logo's address can guess no other.
  const id = crypto.randomUUID()
  const fileKey = `${organisationId}/${newId()}`
  await context.files.put(fileKey, bytes)
  const byUserId = doerOf(actor).userId
  await context.transaction(tx =>
    tx.insert(logos).values({ id, organisationId, byUserId, ...accepted, size: bytes.byteLength, fileKey }),
  )
  return describeLogo(context.config, { id, ...accepted })
}
