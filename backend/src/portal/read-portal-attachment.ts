import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { readBytes } from "../attachments/read-bytes.ts"
import { attachments } from "../attachments/tables.ts"
import type { Context } from "../context.ts"
import { requireCustomer } from "./known-customer.ts"

/** A file of a message or an invoice that this session may see; row-level security decides. @throws Problem not-found, unavailable */
export async function readPortalAttachment(
  context: Context,
  id: string,
): Promise<{ bytes: Uint8Array; name: string; contentType: string; messageId: string | undefined }> {
  requireCustomer(context)
  const file = await context.transaction(async tx => {
    if (!validate(id)) return undefined
    const [row] = await tx.select().from(attachments).where(eq(attachments.id, id))
    return row
  })
  if (!file) throw new Problem("not-found", "There is nothing here, or nothing you may see.")
  const messageId = file.ownerKind === "message" ? file.ownerId : undefined
  return { bytes: await readBytes(context, file), name: file.name, contentType: file.contentType, messageId }
}
