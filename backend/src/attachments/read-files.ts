import type { Attachment } from "@casepost/shared/attachments"
import { and, asc, inArray } from "drizzle-orm"
import { isOneOf, type Transaction } from "../database.ts"
import { attachments } from "./tables.ts"

/** The attachments of messages and notes, by whose they are, in the order they were added. */
export async function readFiles(tx: Transaction, ownerIds: string[]): Promise<Map<string, Attachment[]>> {
  const { id, ownerId, name, contentType, size } = attachments
  const rows = await tx
    .select({ id, ownerId, name, contentType, size })
    .from(attachments)
    .where(and(inArray(attachments.ownerKind, ["message", "note"]), isOneOf(ownerId, ownerIds)))
    .orderBy(asc(attachments.position), asc(id))
  const files = new Map<string, Attachment[]>()
  for (const { ownerId: owner, ...file } of rows) files.set(owner, [...(files.get(owner) ?? []), file])
  return files
}
