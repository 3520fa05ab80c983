import { mostMailBytes } from "@casepost/shared/attachments"
import { Problem } from "@casepost/shared/problems"
import { eq, inArray } from "drizzle-orm"
import { validate } from "uuid"
import { invoices } from "../cases/tables.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import { messages } from "../messages/tables.ts"
import { standardMessages } from "../standard-messages/tables.ts"
import { megabytes } from "./accept-file.ts"
import { attachments } from "./tables.ts"
import { uploaderOf } from "./upload-attachment.ts"

/** What the files are sent with. */
export type Claim = {
  ids: string[]
  owner: { kind: "message" | "note"; id: string }
  administrationId: string
  customerId: string
}

/**
 * Attaches files to what is being sent, in its transaction and in the order given. An upload of one's own moves; a file of an earlier
 * message of one's own, of a standard message here or of one of the customer's invoices is used a second time.
 * @throws Problem attachment-refused (names the place in `attachmentIds`), too-large (25 MB in all)
 */
export async function claimAttachments(context: Context, tx: Transaction, claim: Claim): Promise<void> {
  const ids = [...new Set(claim.ids)]
  if (ids.length === 0) return
  const usable = await usableFiles(context, tx, claim)
  const files = ids.map((id, place) => usable.get(id) ?? refuseAttachment(place))
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > mostMailBytes) throw tooLargeTogether(size)
  for (const [position, file] of files.entries()) {
    const claimed = { ownerKind: claim.owner.kind, ownerId: claim.owner.id, position, claimedAt: context.now() }
    if (file.ownerKind === "upload") await tx.update(attachments).set(claimed).where(eq(attachments.id, file.id))
    else {
      const { organisationId, name, contentType, size, sha256, fileKey } = file
      await tx.insert(attachments).values({ organisationId, name, contentType, size, sha256, fileKey, ...claimed })
    }
  }
}

/** The files among those asked for that the actor may send here. Their rows are held, so that an upload is claimed once. */
async function usableFiles(context: Context, tx: Transaction, { ids, administrationId, customerId }: Claim) {
  const uploader = uploaderOf(context)
  const rows = await tx
    .select()
    .from(attachments)
    .where(
      inArray(
        attachments.id,
        ids.filter(id => validate(id)),
      ),
    )
    .for("update")
  const owners = rows.map(row => row.ownerId)
  const ownMessages = await tx
    .select({ id: messages.id, author: messages.authorUserId })
    .from(messages)
    .where(inArray(messages.id, owners))
  const standing = await tx
    .select({ id: standardMessages.id, administrationId: standardMessages.administrationId })
    .from(standardMessages)
    .where(inArray(standardMessages.id, owners))
  const billed = await tx
    .select({ id: invoices.id, customerId: invoices.customerId })
    .from(invoices)
    .where(inArray(invoices.id, owners))
  const allowed = new Set([
    uploader,
    ...ownMessages.filter(message => message.author === uploader).map(message => message.id),
    ...standing.filter(text => text.administrationId === administrationId).map(text => text.id),
    ...billed.filter(invoice => invoice.customerId === customerId).map(invoice => invoice.id),
  ])
  return new Map(rows.filter(row => allowed.has(row.ownerId)).map(row => [row.id, row]))
}

/** @throws Problem attachment-refused, always */
export function refuseAttachment(place: number): never {
  const detail = "One of the attachments is not here any more. Remove it and attach the file again."
  throw new Problem("attachment-refused", detail, { fields: [{ path: `attachmentIds.${place}`, detail }] })
}

export function tooLargeTogether(size: number): Problem {
  const detail = `The attachments are ${megabytes(size)} together; one e-mail can carry at most ${megabytes(mostMailBytes)}. Remove one, or send it in a second message.`
  return new Problem("too-large", detail, { fields: [{ path: "attachmentIds", detail }] })
}
