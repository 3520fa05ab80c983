import type { Attachment } from "@casepost/shared/attachments"
import { Problem } from "@casepost/shared/problems"
import { newId } from "../columns.ts"
import type { Context } from "../context.ts"
import { acceptFile } from "./accept-file.ts"
import { attachments } from "./tables.ts"

/**
 * Keeps a file for the draft it will be sent with. Until then nobody else sees it.
 * @throws Problem too-large, attachment-refused, invalid (an empty file)
 */
export async function uploadAttachment(
  context: Context,
  file: { name: string; bytes: Uint8Array },
): Promise<Attachment> {
  const ownerId = uploaderOf(context)
  const accepted = await acceptFile(context, file)
  const { name, contentType, size } = accepted
  const id = newId()
  await context.transaction(tx =>
    tx
      .insert(attachments)
      .values({ id, organisationId: context.organisationId, ownerKind: "upload", ownerId, ...accepted }),
  )
  return { id, name, contentType, size }
}

/** Whose upload a file is: the user's, or the API key's. @throws Problem not-allowed for anybody else */
export function uploaderOf(context: Context): string {
  if (context.actor.kind === "user") return context.actor.userId
  if (context.actor.kind === "api-key") return context.actor.keyId
  throw new Problem("not-allowed", "Only somebody who is signed in can do this.")
}
