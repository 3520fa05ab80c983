import { rightCovers } from "@casepost/shared/access"
import { Problem } from "@casepost/shared/problems"
import { eq } from "drizzle-orm"
import { validate } from "uuid"
import { notHere, rightIn, visibleAdministrations } from "../access/require-right.ts"
import { uploaderOf } from "../attachments/upload-attachment.ts"
import type { Context } from "../context.ts"
import type { Transaction } from "../database.ts"
import type { BulkRow } from "./checking/tally.ts"
import { bulkMessages } from "./tables.ts"

/**
 * A bulk message that the actor may see: one that is being written only its author, any other who may see all its administrations.
 * @throws Problem not-found
 */
export async function requireSeen(context: Context, tx: Transaction, id: string): Promise<BulkRow> {
  const [bulk] = validate(id) ? await tx.select().from(bulkMessages).where(eq(bulkMessages.id, id)) : []
  if (!bulk || !maySee(context, bulk)) throw notHere()
  return bulk
}

/**
 * The same, held for a change: by its author while she may still send in one of its administrations, else by an administrator of all of them.
 * @throws Problem not-found, not-allowed
 */
export async function requireOwn(context: Context, tx: Transaction, id: string): Promise<BulkRow> {
  await requireSeen(context, tx, id)
  const [bulk] = await tx.select().from(bulkMessages).where(eq(bulkMessages.id, id)).for("update")
  if (!bulk || !maySee(context, bulk)) throw notHere()
  requireSending(context, bulk)
  return bulk
}

/** @throws Problem not-allowed */
function requireSending(context: Context, bulk: BulkRow): void {
  const held = bulk.administrationIds.map(place => rightIn(context, place))
  const allowed = isOwn(context, bulk)
    ? held.some(right => rightCovers(right, "standard"))
    : held.every(right => rightCovers(right, "administrator"))
  if (allowed) return
  throw new Problem(
    "not-allowed",
    isOwn(context, bulk)
      ? "Your right here is restricted: you can read, but not message customers."
      : "Somebody else sent this. Only she and administrators of all its administrations can change it.",
  )
}

function maySee(context: Context, bulk: BulkRow): boolean {
  if (bulk.organisationId !== context.organisationId) return false
  const visible = new Set(visibleAdministrations(context))
  if (bulk.state === "writing") return isOwn(context, bulk) && bulk.administrationIds.some(place => visible.has(place))
  return bulk.administrationIds.every(place => visible.has(place))
}

export function isOwn(context: Context, bulk: Pick<BulkRow, "userId" | "apiKeyId">): boolean {
  return (bulk.userId ?? bulk.apiKeyId) === uploaderOf(context)
}

/** @throws Problem stale-draft for one that was sent, or changed meanwhile */
export function requireWriting(bulk: BulkRow, version?: number): void {
  if (bulk.state !== "writing")
    throw new Problem("stale-draft", "This bulk message was sent already, so its text cannot change any more.")
  if (version !== undefined && version !== bulk.version)
    throw new Problem(
      "stale-draft",
      "This bulk message was changed somewhere else. Nothing was overwritten: look at the other text, then go on with it.",
    )
}
